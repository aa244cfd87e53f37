package org.kontor.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.model.Facts;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.Pending;
import org.kontor.ui.lists.ArchiveInMemory;
import org.kontor.ui.lists.DemoSchema;
import org.kontor.ui.lists.Desk;

final class TrayViewModelTest {
  private static final Location.Container FOLDER =
      new Location.Container(new ObjectId("y1"), DemoSchema.YEAR, Kind.FOLDER);

  @TempDir Path folder;
  private Desk desk;
  private final Notebook notebook = Notebook.inMemory();
  private TrayViewModel tray;

  @BeforeEach
  void open() {
    desk = new Desk(folder, Locale.ENGLISH);
    for (int number = 1; number <= 5; number++) {
      desk.archive.put(
          Location.TRAY, ArchiveInMemory.typeless("d" + number, "scan " + number + ".tif", 2_000));
    }
    tray =
        new TrayViewModel(
            desk.archive,
            DemoSchema.schema(),
            desk.outbox,
            Desk.KEY,
            desk.tasks,
            desk.ui,
            desk.locale,
            notebook);
  }

  @AfterEach
  void close() {
    tray.close();
    desk.close();
  }

  private List<String> names() {
    return tray.rows().stream().map(TrayRow::name).toList();
  }

  private void read() {
    tray.refresh();
    desk.ui.until("read", () -> tray.rows().size() >= 5);
  }

  @Test
  void showsWhatTheServerListsInItsOrder() {
    assertEquals(TrayViewModel.Emptiness.LOADING, tray.emptiness().get());
    read();
    assertEquals(
        List.of("scan 1.tif", "scan 2.tif", "scan 3.tif", "scan 4.tif", "scan 5.tif"), names());
    assertEquals(5, tray.count().get());
    assertEquals(2_000, tray.rows().getFirst().bytes().getAsLong());
    assertEquals(Optional.empty(), tray.rows().getFirst().kind());
  }

  @Test
  void whatTheListingTellsOfADocumentIsMarked() {
    Facts.Lock lock = new Facts.Lock("7", Optional.of("Meier"), false);
    Facts locked =
        new Facts(
            Optional.empty(),
            Optional.of(lock),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty());
    desk.archive.put(Location.TRAY, ArchiveInMemory.typeless("d6", "kept.tif", 1).with(locked));
    tray.refresh();
    desk.ui.until("read", () -> tray.rows().size() == 6);
    assertEquals(List.of(), tray.rows().getFirst().marks());
    assertEquals(
        List.of(Mark.Kind.LOCKED), tray.rows().getLast().marks().stream().map(Mark::kind).toList());
  }

  @Test
  void aDroppedFileIsThereAtOnceAndStaysTheSameRowWhenStored() {
    read();
    desk.drop("Brief an Müller.txt");
    desk.ui.until("shown", () -> tray.rows().size() == 6);
    TrayRow dropped = tray.rows().getLast();
    assertEquals("Brief an Müller.txt", dropped.name());
    assertEquals(Pending.WAITING, dropped.pending());
    assertEquals("Waiting to be sent", dropped.state());
    assertEquals(Optional.empty(), dropped.document());
    tray.selection().only(5);

    desk.attach();
    desk.ui.until("stored", () -> tray.rows().getLast().document().isPresent());
    assertEquals("Brief an Müller.txt", tray.rows().getLast().name());
    assertEquals(Pending.NONE, tray.rows().getLast().pending());
    assertEquals(6, tray.rows().size());
    assertEquals(5, tray.selection().lead());
    assertTrue(tray.current().get().flatMap(TrayRow::document).isPresent());
  }

  @Test
  void aFiledDocumentLeavesAtOnceAndTheNextIsSelected() {
    read();
    tray.selection().only(1);
    file("d2");
    desk.ui.until("gone", () -> tray.rows().size() == 4);
    assertEquals("scan 3.tif", tray.current().get().orElseThrow().name());
    assertEquals(4, tray.count().get());

    tray.selection().only(3);
    file("d5");
    desk.ui.until("gone", () -> tray.rows().size() == 3);
    assertEquals("scan 4.tif", tray.current().get().orElseThrow().name());
  }

  @Test
  void whenSeveralLeaveTheFirstBehindThemIsSelected() {
    read();
    tray.selection().add(1, 3, 2);
    file("d2");
    file("d3");
    desk.ui.until("gone", () -> tray.rows().size() == 3);
    assertEquals(List.of("scan 4.tif"), tray.selectedRows().stream().map(TrayRow::name).toList());
  }

  @Test
  void theLastOneLeavesNothingSelected() {
    read();
    tray.selection().only(0);
    for (int number = 1; number <= 5; number++) {
      file("d" + number);
    }
    desk.ui.until("empty", () -> tray.rows().isEmpty());
    assertEquals(0, tray.selection().count());
    assertEquals(Optional.empty(), tray.current().get());
    assertEquals(TrayViewModel.Emptiness.NOTHING_THERE, tray.emptiness().get());
  }

  @Test
  void aRefusedFilingComesBackWithItsSentence() {
    read();
    desk.archive.refuse(Optional.of(new DmsException.Refused("Number is taken", Map.of())));
    desk.attach();
    file("d2");
    desk.ui.until(
        "back",
        () -> tray.rows().size() == 5 && tray.rows().get(1).pending() == Pending.NEEDS_PERSON);
    assertEquals("scan 2.tif", tray.rows().get(1).name());
    assertTrue(tray.rows().get(1).state().contains("Number is taken"));
    assertEquals(Optional.empty(), tray.rows().get(1).kind());
  }

  @Test
  void aTypeBeingGivenIsShownBeforeTheServerKnowsIt() {
    read();
    desk.accept(
        "scan 1.tif", new Operation.AssignType(new ObjectId("d1"), DemoSchema.INVOICE, Map.of()));
    desk.ui.until("typed", () -> tray.rows().getFirst().kind().isPresent());
    assertEquals(Optional.of("Invoice"), tray.rows().getFirst().kind());
    assertEquals(Pending.WAITING, tray.rows().getFirst().pending());
    assertTrue(tray.rows().getFirst().document().orElseThrow().isTypeless());

    desk.attach();
    desk.ui.until(
        "known to the server", () -> !tray.rows().getFirst().document().orElseThrow().isTypeless());
    assertEquals(Pending.NONE, tray.rows().getFirst().pending());
  }

  @Test
  void entriesOfOtherServersDoNotCount() throws Exception {
    read();
    desk.outbox.accept(
        "other",
        org.kontor.outbox.Lane.INTERACTIVE,
        List.of(
            new org.kontor.outbox.Draft(
                "elsewhere.txt", desk.insert("elsewhere.txt", Location.TRAY))));
    desk.drop("here.txt");
    desk.ui.until("here", () -> tray.rows().size() == 6);
    assertEquals("here.txt", names().getLast());
  }

  @Test
  void aRefreshKeepsTheSelectionWithItsDocument() {
    read();
    tray.selection().add(2, 4, 3);
    desk.archive.remove(new ObjectId("d1"));
    desk.archive.put(Location.TRAY, ArchiveInMemory.typeless("d9", "new.pdf", 1));
    tray.refresh();
    desk.ui.until("read again", () -> names().contains("new.pdf"));
    assertEquals(
        List.of("scan 3.tif", "scan 4.tif"),
        tray.selectedRows().stream().map(TrayRow::name).toList());
    assertEquals("scan 4.tif", tray.current().get().orElseThrow().name());
  }

  @Test
  void aRefreshThatBringsNothingNewChangesNothing() {
    read();
    int[] changes = {0};
    tray.rows().addListener((javafx.collections.ListChangeListener<TrayRow>) _ -> changes[0]++);
    tray.selection().onChange(() -> changes[0]++);
    int before = desk.archive.reads();
    tray.refresh();
    tray.refresh();
    desk.ui.until("read twice", () -> desk.archive.reads() == before + 2);
    desk.ui.untilQuiet(desk.tasks);
    assertEquals(0, changes[0]);
  }

  @Test
  void theFilterLooksAtNameAndType() {
    read();
    desk.archive.put(Location.TRAY, ArchiveInMemory.document("d8", DemoSchema.INVOICE, "whatever"));
    tray.refresh();
    desk.ui.until("read", () -> tray.rows().size() == 6);
    tray.filter().set("SCAN 3");
    assertEquals(List.of("scan 3.tif"), names());
    tray.filter().set("invoice");
    assertEquals(List.of("Document d8"), names());
    assertEquals(6, tray.count().get());
    tray.filter().set("nothing like it");
    assertEquals(TrayViewModel.Emptiness.NOTHING_FITS, tray.emptiness().get());
    tray.filter().set("");
    assertEquals(6, tray.rows().size());
  }

  @Test
  void theFilterLooksIntoTheFilesToo() {
    desk.archive.write(new ObjectId("d2"), "Wartungsvertrag der Aufzüge");
    desk.archive.write(new ObjectId("d4"), "Rechnung für Kopierpapier");
    read();
    tray.filter().set("WARTUNG");
    assertTrue(tray.lookingProperty().get().isPresent());
    desk.ui.until("found", () -> names().equals(List.of("scan 2.tif")));
    desk.ui.until("looked", () -> tray.lookingProperty().get().isEmpty());
    tray.filter().set("kopier");
    desk.ui.until("found", () -> names().equals(List.of("scan 4.tif")));
    desk.ui.until("looked", () -> tray.lookingProperty().get().isEmpty());
    assertEquals(5, desk.archive.textsRead(), "each is read once");
    tray.filter().set("scan 3");
    assertEquals(List.of("scan 3.tif"), names());
    tray.filter().set("");
    assertEquals(5, names().size());
    assertTrue(tray.lookingProperty().get().isEmpty());
  }

  @Test
  void filesThatCannotBeReadLeaveTheNamesFiltered() {
    read();
    desk.archive.fail(Optional.of(new DmsException.Unreachable("away", null)));
    tray.filter().set("scan 3");
    desk.ui.until("looked", () -> tray.lookingProperty().get().isEmpty());
    assertEquals(List.of("scan 3.tif"), names());
  }

  @Test
  void entriesAreSortedAndTheSelectionStaysWithItsDocument() {
    desk.archive.put(Location.TRAY, ArchiveInMemory.typeless("d0", "Ärger.txt", 9_000));
    desk.archive.put(Location.TRAY, ArchiveInMemory.typeless("da", "Brief.txt", 10));
    tray.refresh();
    desk.ui.until("read", () -> tray.rows().size() == 7);
    tray.selection().only(0);
    tray.order().set(tray.order().get().sortedBy(TrayOrder.By.NAME));
    assertEquals(List.of("Ärger.txt", "Brief.txt", "scan 1.tif"), names().subList(0, 3));
    assertEquals("scan 1.tif", tray.current().get().orElseThrow().name());
    assertEquals(2, tray.selection().lead());
    tray.order().set(tray.order().get().sortedBy(TrayOrder.By.SIZE));
    assertEquals("Brief.txt", names().getFirst());
    tray.order().set(tray.order().get().sortedBy(TrayOrder.By.SIZE));
    assertEquals(List.of("Ärger.txt", "Brief.txt"), List.of(names().getFirst(), names().getLast()));
    assertEquals(List.of("SIZE", "true", "NONE"), notebook.page("tray.order"));
  }

  @Test
  void groupsHaveHeadingsThatKeysPassOver() {
    desk.archive.put(Location.TRAY, ArchiveInMemory.document("d8", DemoSchema.INVOICE, "whatever"));
    tray.refresh();
    desk.ui.until("read", () -> tray.rows().size() == 6);
    tray.order().set(tray.order().get().groupedBy(TrayOrder.Group.KIND));
    assertEquals(
        List.of("Invoice (1)", "Document d8", "untyped (5)", "scan 1.tif"), names().subList(0, 4));
    tray.selectNext();
    assertEquals(1, tray.selection().lead());
    tray.selectNext();
    assertEquals(3, tray.selection().lead());
    tray.selection().only(2);
    assertEquals(1, tray.selection().lead(), "the heading gives it on, upwards");
    tray.selectGroup(2);
    assertEquals(5, tray.selectedRows().size());
    tray.leaveOut(List.of(new ObjectId("d2"), new ObjectId("d3")));
    assertEquals(
        List.of("scan 1.tif", "scan 4.tif", "scan 5.tif"),
        tray.selectedRows().stream().map(TrayRow::name).toList());
    assertEquals(6, tray.count().get());
  }

  @Test
  void whatWasPutAsideIsHiddenUntilTomorrowAndTheNextIsSelected() {
    read();
    tray.selection().add(1, 3, 2);
    tray.putAside();
    assertEquals(List.of("scan 1.tif", "scan 4.tif", "scan 5.tif"), names());
    assertEquals("scan 4.tif", tray.current().get().orElseThrow().name());
    assertEquals(3, tray.count().get());
    assertEquals(2, tray.asideCount().get());

    tray.showingAside().set(true);
    assertEquals(List.of("scan 2.tif", "scan 3.tif"), names());
    tray.selection().add(0, 2, 1);
    tray.putAside();
    assertEquals(0, tray.asideCount().get());
    assertFalse(tray.showingAside().get(), "nothing is left to be shown there");
    assertEquals(5, tray.rows().size());
  }

  @Test
  void onTheNextDayItIsThereAgain() {
    Instant today = Instant.parse("2026-11-20T10:00:00Z");
    PutAside aside = new PutAside(notebook, Clock.fixed(today, ZoneOffset.UTC));
    aside.put(List.of(new ObjectId("d1")));
    assertTrue(new PutAside(notebook, Clock.fixed(today, ZoneOffset.UTC)).has(new ObjectId("d1")));
    Clock tomorrow = Clock.fixed(today.plus(Duration.ofHours(15)), ZoneOffset.UTC);
    assertFalse(new PutAside(notebook, tomorrow).has(new ObjectId("d1")));
  }

  @Test
  void aFailedReadSaysWhyAndKeepsWhatIsShown() {
    read();
    desk.archive.fail(Optional.of(new DmsException.Unreachable("down", null)));
    tray.refresh();
    desk.ui.until("said", () -> !tray.failure().get().isEmpty());
    assertTrue(tray.failure().get().contains("cannot be reached"));
    assertEquals(5, tray.rows().size());
    desk.archive.fail(Optional.empty());
    tray.refresh();
    desk.ui.until("over", () -> tray.failure().get().isEmpty());
  }

  @Test
  void nextAndPreviousStopAtTheEnds() {
    read();
    tray.selectNext();
    assertEquals(0, tray.selection().lead());
    tray.selectPrevious();
    assertEquals(0, tray.selection().lead());
    tray.selection().only(4);
    tray.selectNext();
    assertEquals(4, tray.selection().lead());
    tray.selectPrevious();
    assertEquals(List.of(3), tray.selection().stream().boxed().toList());
  }

  @Test
  void aTrayOfThousandsIsReadToTheEndAndCountedBeyond() {
    desk.archive.make(Location.TRAY, 50_000);
    tray.refresh();
    desk.ui.until("all that is shown", () -> tray.rows().size() >= TrayReader.MOST);
    desk.ui.untilQuiet(desk.tasks);
    assertEquals(50_005, tray.count().get());
    assertTrue(tray.rows().size() < TrayReader.MOST + 1_000);
    assertFalse(desk.archive.reads() > 25, "reads: " + desk.archive.reads());
  }

  private void file(String id) {
    desk.accept(
        id,
        new Operation.FileAway(
            new ObjectId(id), FOLDER, Optional.of(DemoSchema.INVOICE), Map.of()));
  }
}
