package org.kontor.ui.contents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.KnownFacts;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.Place;
import org.kontor.ui.lists.ArchiveInMemory;
import org.kontor.ui.lists.DemoSchema;
import org.kontor.ui.lists.Desk;

final class ContentsViewModelTest {
  private static final DmsObject.Container YEAR =
      ArchiveInMemory.container("y2026", DemoSchema.YEAR, Kind.FOLDER, "2026");
  private static final DmsObject.Container MONTH =
      ArchiveInMemory.container("m1", DemoSchema.MONTH, Kind.REGISTER, "January");
  private static final Place PLACE = new Place(YEAR.inside(), "2026", List.of("Invoices"));

  @TempDir Path folder;
  private Desk desk;
  private KnownFacts facts;
  private ContentsViewModel contents;

  @BeforeEach
  void open() {
    desk = new Desk(folder, Locale.ENGLISH);
    desk.archive.put(new Location.Top(DemoSchema.YEAR), YEAR);
    desk.archive.put(YEAR.inside(), MONTH);
    for (int number = 1; number <= 3; number++) {
      desk.archive.put(
          YEAR.inside(),
          ArchiveInMemory.document("d" + number, DemoSchema.INVOICE, "Invoice " + number));
    }
    OpenArchive archive =
        new OpenArchive(
            desk.archive,
            DemoSchema.schema(),
            desk.outbox,
            Desk.KEY,
            desk.tasks,
            desk.ui,
            desk.locale);
    facts = new KnownFacts(archive);
    contents = new ContentsViewModel(archive, facts);
  }

  @AfterEach
  void close() {
    contents.close();
    facts.close();
    desk.close();
  }

  private void show() {
    contents.show(PLACE);
    desk.ui.until("read", () -> contents.rows().size() >= 4 && !contents.reading().get());
  }

  private List<String> titles() {
    List<String> titles = new ArrayList<>();
    for (ContentsRow row : contents.rows()) {
      titles.add(
          switch (row) {
            case ContentsRow.Present present -> present.title();
            case ContentsRow.Coming coming -> "+" + coming.title();
            case ContentsRow.Loading _ -> "...";
            case ContentsRow.Failed _ -> "!";
          });
    }
    return titles;
  }

  @Test
  void showsRegistersThenDocuments() {
    show();
    assertEquals(List.of("January", "Invoice 1", "Invoice 2", "Invoice 3"), titles());
    ContentsRow.Present row = (ContentsRow.Present) contents.rows().get(1);
    assertEquals("Invoice", row.typeName());
    assertEquals(Optional.of("Erika Beispiel"), row.createdBy());
    assertTrue(row.bytes().isEmpty());
    assertEquals(Pending.NONE, row.pending());
  }

  @Test
  void whenWhatIsShownCannotBeReadAnewThatIsSaidAndTheRowsStay() {
    show();
    desk.archive.fail(Optional.of(new DmsException.Unreachable("gone", null)));
    contents.refresh();
    desk.ui.until("said", () -> !contents.failure().get().isEmpty());
    assertEquals(List.of("January", "Invoice 1", "Invoice 2", "Invoice 3"), titles());

    desk.archive.fail(Optional.empty());
    contents.refresh();
    desk.ui.until("no longer said", () -> contents.failure().get().isEmpty());
  }

  @Test
  void whereRowsMayBeMissingThatIsSaidAsLongAsThereAreAny() {
    desk.archive.mayBeCut(true);
    show();
    assertTrue(contents.mayBeCut().get());
    desk.archive.mayBeCut(false);
    contents.refresh();
    desk.ui.until("no longer said", () -> !contents.mayBeCut().get());

    desk.archive.mayBeCut(true);
    contents.show(new Place(MONTH.inside(), "January", List.of("Invoices", "2026")));
    desk.ui.until("read", () -> !contents.reading().get());
    assertTrue(contents.rows().isEmpty());
    assertFalse(contents.mayBeCut().get());
  }

  @Test
  void showsTheFoldersOfACabinet() {
    contents.show(new Place(new Location.Top(DemoSchema.YEAR), "Invoices", List.of()));
    desk.ui.until("read", () -> !contents.rows().isEmpty());
    assertEquals(List.of("2026"), titles());
    contents.selection().only(0);
    assertEquals(Optional.empty(), contents.carried());
  }

  @Test
  void aMillionDocumentsCostOnePageAndAreReadWhereOneLooks() {
    desk.archive.make(YEAR.inside(), 1_000_000);
    contents.show(PLACE);
    desk.ui.until("known", () -> contents.rows().size() == 1_000_004);
    assertEquals(2, desk.archive.reads());
    assertInstanceOf(ContentsRow.Loading.class, contents.rows().get(777_777));
    contents.want(777_777);
    desk.ui.until("read", () -> contents.rows().get(777_777) instanceof ContentsRow.Present);
    assertEquals("Document 777776", ((ContentsRow.Present) contents.rows().get(777_777)).title());
    assertEquals(3, desk.archive.reads());
  }

  @Test
  void whatIsDroppedIsComingUntilItIsThere() {
    show();
    desk.accept("Angebot Müller.txt", desk.insert("Angebot Müller.txt", YEAR.inside()));
    desk.ui.until("coming", () -> titles().getLast().equals("+Angebot Müller.txt"));
    ContentsRow.Coming row = (ContentsRow.Coming) contents.rows().getLast();
    assertEquals(Pending.WAITING, row.pending());
    assertEquals("Invoice", row.typeName());
    desk.attach();
    desk.ui.until("there", () -> titles().getLast().equals("Angebot Müller.txt"));
    assertEquals(5, contents.rows().size());
  }

  @Test
  void whatIsMovedAwayIsMarkedAndThenGoneAndTheNextIsSelected() {
    show();
    contents.selection().only(2);
    desk.archive.shutWrites();
    desk.attach();
    move("d2", YEAR.inside(), MONTH.inside());
    desk.ui.until(
        "marked", () -> ((ContentsRow.Present) contents.rows().get(2)).pending() != Pending.NONE);
    assertEquals(
        "On its way to another place", ((ContentsRow.Present) contents.rows().get(2)).state());
    desk.archive.open();
    desk.ui.until("gone", () -> contents.rows().size() == 3);
    assertEquals(List.of("January", "Invoice 1", "Invoice 3"), titles());
    assertEquals(2, contents.selection().lead());
    assertEquals(Optional.of(new ObjectId("d3")), contents.current().get().map(DmsObject::id));
  }

  @Test
  void whatIsMovedHereIsComing() {
    contents.show(new Place(MONTH.inside(), "January", List.of("Invoices", "2026")));
    desk.ui.until("read", () -> !contents.reading().get());
    move("d2", YEAR.inside(), MONTH.inside());
    desk.ui.until("coming", () -> titles().equals(List.of("+d2")));
  }

  @Test
  void aRefusedMoveIsMarkedWithItsSentence() {
    show();
    desk.archive.refuse(
        Optional.of(new DmsException.Refused("Only one allowed", java.util.Map.of())));
    desk.attach();
    move("d2", YEAR.inside(), MONTH.inside());
    desk.ui.until(
        "marked",
        () -> ((ContentsRow.Present) contents.rows().get(2)).pending() == Pending.NEEDS_PERSON);
    assertTrue(((ContentsRow.Present) contents.rows().get(2)).state().contains("Only one allowed"));
  }

  @Test
  void aRefreshKeepsTheSelectedObjects() {
    show();
    contents.selection().add(1, 3, 2);
    desk.archive.remove(new ObjectId("m1"));
    contents.refresh();
    desk.ui.until("read", () -> contents.rows().size() == 3);
    assertEquals(
        List.of(new ObjectId("d1"), new ObjectId("d2")),
        contents.selectedObjects().stream().map(DmsObject::id).toList());
  }

  @Test
  void carriesWhatIsSelectedOnlyWhenAllOfItWasRead() {
    desk.archive.make(YEAR.inside(), 1_000);
    contents.show(PLACE);
    desk.ui.until("known", () -> contents.rows().size() == 1_004);
    contents.selection().add(1, 3, 2);
    Dragged.Objects carried = (Dragged.Objects) contents.carried().orElseThrow();
    assertEquals(YEAR.inside(), carried.from());
    assertEquals(2, carried.objects().size());
    contents.selection().add(1, 900, 899);
    assertEquals(Optional.empty(), contents.carried());
  }

  @Test
  void openingARegisterNavigates() {
    show();
    List<Place> went = new ArrayList<>();
    contents.onNavigate(went::add);
    contents.act(0);
    contents.act(1);
    assertEquals(List.of(new Place(MONTH.inside(), "January", List.of("Invoices", "2026"))), went);
  }

  @Test
  void aFailedReadCanBeTriedAgain() {
    desk.archive.fail(Optional.of(new DmsException.Unreachable("down", null)));
    contents.show(PLACE);
    desk.ui.until("said", () -> titles().contains("!"));
    assertFalse(contents.reading().get());
    desk.archive.fail(Optional.empty());
    contents.refresh();
    desk.ui.until("read", () -> titles().size() == 4);
  }

  @Test
  void whatComesLateForAnotherPlaceIsDropped() {
    desk.archive.shut();
    contents.show(PLACE);
    contents.show(new Place(MONTH.inside(), "January", List.of("Invoices", "2026")));
    desk.archive.open();
    desk.ui.until("read", () -> !contents.reading().get());
    desk.ui.untilQuiet(desk.tasks);
    assertEquals(List.of(), titles());
  }

  private void move(String id, Location.Container from, Location.Container to) {
    desk.accept(id, new Operation.Move(new ObjectId(id), DemoSchema.INVOICE, from, to));
  }
}
