package org.kontor.ui.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
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
import org.kontor.model.DmsObject;
import org.kontor.model.Facts;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.LazyPages;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.PlaceShelf;
import org.kontor.ui.lists.ArchiveInMemory;
import org.kontor.ui.lists.DemoSchema;
import org.kontor.ui.lists.Desk;

final class ArchiveTreeViewModelTest {
  private static final Location.Top YEARS = new Location.Top(DemoSchema.YEAR);
  private static final DmsObject.Container YEAR =
      ArchiveInMemory.container("y2026", DemoSchema.YEAR, Kind.FOLDER, "2026");
  private static final DmsObject.Container JANUARY =
      ArchiveInMemory.container("m1", DemoSchema.MONTH, Kind.REGISTER, "January");
  private static final DmsObject.Container WEEK =
      ArchiveInMemory.container("w1", DemoSchema.MONTH, Kind.REGISTER, "Week 1");

  @TempDir Path folder;
  private Desk desk;
  private ArchiveTreeViewModel tree;

  @BeforeEach
  void open() {
    desk = new Desk(folder, Locale.ENGLISH);
    desk.archive.put(YEARS, YEAR);
    desk.archive.put(YEAR.inside(), JANUARY);
    desk.archive.put(JANUARY.inside(), WEEK);
    tree =
        new ArchiveTreeViewModel(
            desk.archive,
            DemoSchema.schema(),
            desk.outbox,
            Desk.KEY,
            desk.tasks,
            desk.ui,
            desk.locale);
  }

  @AfterEach
  void close() {
    tree.close();
    desk.close();
  }

  private List<String> titles() {
    return tree.rows().stream().map(TreeRow::title).toList();
  }

  private void openRow(String title) {
    tree.open(titles().indexOf(title));
    desk.ui.until("read below " + title, () -> titles().stream().noneMatch(String::isEmpty));
  }

  @Test
  void beginsWithTrayAndCabinetsAndTheTraySelected() {
    assertEquals(List.of("Tray", "Invoices", "Projects"), titles());
    assertEquals(Location.TRAY, tree.selected().get().location());
    assertEquals(0, tree.selection().lead());
    assertEquals(0, desk.archive.reads());
  }

  @Test
  void opensLevelByLevel() {
    openRow("Invoices");
    assertEquals(List.of("Tray", "Invoices", "2026", "Projects"), titles());
    openRow("2026");
    openRow("January");
    assertEquals(List.of("Tray", "Invoices", "2026", "January", "Week 1", "Projects"), titles());
    assertEquals(List.of(0, 0, 1, 2, 3, 0), tree.rows().stream().map(TreeRow::depth).toList());
    tree.selection().only(4);
    assertEquals(WEEK.inside(), tree.selected().get().location());
    assertEquals(List.of("Invoices", "2026", "January"), tree.selected().get().path());
  }

  @Test
  void whatTheListingTellsOfAFolderIsMarked() {
    Facts archived =
        new Facts(
            Optional.empty(),
            Optional.empty(),
            Optional.of(Instant.parse("2026-11-12T09:14:00Z")),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty());
    desk.archive.put(
        YEARS,
        ArchiveInMemory.container("y0", DemoSchema.YEAR, Kind.FOLDER, "1999").with(archived));
    openRow("Invoices");
    List<Mark.Kind> marks =
        tree.rows().stream()
            .filter(TreeRow.ContainerRow.class::isInstance)
            .map(TreeRow.ContainerRow.class::cast)
            .flatMap(row -> row.marks().stream())
            .map(Mark::kind)
            .toList();
    assertEquals(List.of(Mark.Kind.ARCHIVED), marks);
  }

  @Test
  void favouritesStandAboveTheCabinetsAndLeadToTheirPlace() {
    PlaceShelf shelf = new PlaceShelf(Notebook.inMemory());
    tree.showShelf(shelf);
    assertEquals(List.of("Tray", "Invoices", "Projects"), titles());
    Place january = new Place(JANUARY.inside(), "January", List.of("Invoices", "2026"));
    shelf.toggleFavourite(january);
    shelf.used(new Place(WEEK.inside(), "Week 1", List.of("Invoices", "2026", "January")));
    assertEquals(
        List.of("Tray", "Favourites", "January · 2026", "Recent", "Invoices", "Projects"),
        titles());
    assertEquals("January\nInvoices > 2026", tree.hint(2));
    assertEquals(1, tree.parentOf(2));
    assertEquals(Optional.of(JANUARY.inside()), tree.rows().get(2).location());

    tree.selection().only(2);
    assertEquals(january, tree.selected().get());
    desk.ui.until("what is above", () -> tree.above().get().size() == 2);
    openRow("Invoices");
    assertEquals(2, tree.selection().lead(), "the selection stays on the row that was chosen");

    tree.toggle(3);
    assertEquals(
        List.of("Tray", "Favourites", "January · 2026", "Recent", "Week 1 · January"),
        titles().subList(0, 5));

    shelf.opened(new Place(YEAR.inside(), "2026", List.of("Invoices")));
    assertEquals("Invoices", titles().get(5), "rows do not move while one goes about");
    tree.toggle(3);
    tree.toggle(3);
    assertEquals(List.of("Recent", "Week 1 · January", "2026"), titles().subList(3, 6));
    tree.close(1);
    assertEquals(
        List.of("Tray", "Favourites", "Recent", "Week 1 · January"), titles().subList(0, 4));
    tree.open(1);
    shelf.toggleFavourite(january);
    assertEquals(List.of("Tray", "Recent", "Week 1 · January"), titles().subList(0, 3));
  }

  @Test
  void aHintTellsTheWholeTitleAndWhatIsAboveIt() {
    openRow("Invoices");
    openRow("2026");
    assertEquals("Tray", tree.hint(0));
    assertEquals("January\nInvoices > 2026", tree.hint(3));
  }

  @Test
  void whenWhatIsShownCannotBeReadAnewThatIsSaidAndTheRowsStay() {
    openRow("Invoices");
    desk.archive.fail(Optional.of(new DmsException.Unreachable("gone", null)));
    tree.refresh();
    desk.ui.until("said", () -> !tree.failure().get().isEmpty());
    assertEquals(List.of("Tray", "Invoices", "2026", "Projects"), titles());

    desk.archive.fail(Optional.empty());
    tree.refresh();
    desk.ui.until("no longer said", () -> tree.failure().get().isEmpty());
  }

  @Test
  void closingTakesTheSelectionOutOfWhatDisappears() {
    openRow("Invoices");
    openRow("2026");
    tree.selection().only(3);
    tree.close(1);
    assertEquals(List.of("Tray", "Invoices", "Projects"), titles());
    assertEquals(YEARS, tree.selected().get().location());
    assertEquals(1, tree.selection().lead());
  }

  @Test
  void theSelectionStaysWithItsPlaceWhileRowsComeAboveIt() {
    tree.selection().only(2);
    openRow("Invoices");
    assertEquals("Projects", tree.selected().get().title());
    assertEquals(3, tree.selection().lead());
  }

  @Test
  void saysThatItReadsAndWhyItCannot() {
    desk.archive.shut();
    tree.open(1);
    assertInstanceOf(TreeRow.Loading.class, tree.rows().get(2));
    desk.archive.fail(Optional.of(new DmsException.Unreachable("down", null)));
    desk.archive.open();
    desk.ui.until("said", () -> tree.rows().get(2) instanceof TreeRow.Failed);
    assertTrue(((TreeRow.Failed) tree.rows().get(2)).sentence().contains("cannot be reached"));
    desk.archive.fail(Optional.empty());
    tree.act(2);
    desk.ui.until("read", () -> titles().contains("2026"));
  }

  @Test
  void aHundredThousandFoldersOpenWithOnePageAndReadWhereOneLooks() {
    desk.archive.make(YEARS, 100_000);
    tree.open(1);
    desk.ui.until("known", () -> tree.rows().size() > 100_000);
    assertEquals(1, desk.archive.reads());
    assertEquals("Folder 0", tree.rows().get(2).title());
    assertInstanceOf(TreeRow.Loading.class, tree.rows().get(60_000));
    tree.want(60_000);
    desk.ui.until("read", () -> !tree.rows().get(60_000).title().isEmpty());
    assertEquals("Folder 59998", tree.rows().get(60_000).title());
    assertEquals("Projects", tree.rows().get(100_003).title());
    assertEquals(2, desk.archive.reads());
    tree.close(1);
    assertEquals(3, tree.rows().size());
  }

  @Test
  void whatIsScrolledPastIsCancelled() {
    desk.archive.make(YEARS, 100_000);
    tree.open(1);
    desk.ui.until("known", () -> tree.rows().size() > 100_000);
    desk.archive.shut();
    for (int page = 10; page < 60; page++) {
      tree.want(2 + page * LazyPages.PAGE);
    }
    desk.ui.until("few left", () -> desk.tasks.underWay().size() <= 3);
    desk.archive.open();
    desk.ui.until("read", () -> !tree.rows().get(2 + 59 * LazyPages.PAGE).title().isEmpty());
    assertInstanceOf(TreeRow.Loading.class, tree.rows().get(2 + 10 * LazyPages.PAGE));
  }

  @Test
  void typingFindsTheNextRowThatBeginsSo() {
    openRow("Invoices");
    openRow("2026");
    assertEquals(3, tree.findTitle(2, title -> title.startsWith("J")));
    assertEquals(4, tree.findTitle(3, title -> title.startsWith("P")));
    assertEquals(1, tree.findTitle(4, title -> title.startsWith("I")), "around");
    assertEquals(-1, tree.findTitle(0, title -> title.startsWith("Inx")));
    tree.selection().only(1);
    assertEquals("Invoices", tree.selected().get().title());
  }

  @Test
  void aRefreshKeepsOpenWhatMoved() {
    openRow("Invoices");
    openRow("2026");
    tree.selection().only(3);
    desk.archive.make(YEARS, 2);
    tree.refresh();
    desk.ui.until("read", () -> titles().contains("Folder 1"));
    assertEquals(
        List.of("Tray", "Invoices", "Folder 0", "Folder 1", "2026", "January", "Projects"),
        titles());
    assertEquals(5, tree.selection().lead());
    assertEquals(JANUARY.inside(), tree.selected().get().location());
  }

  @Test
  void aRefreshClosesWhatIsGone() {
    openRow("Invoices");
    openRow("2026");
    desk.archive.remove(new ObjectId("y2026"));
    tree.refresh();
    desk.ui.until("read", () -> !titles().contains("2026"));
    assertEquals(List.of("Tray", "Invoices", "Projects"), titles());
  }

  @Test
  void goesToAContainerThatWasNeverRead() {
    tree.select(WEEK.inside());
    desk.ui.until("found", () -> tree.selected().get().location().equals(WEEK.inside()));
    assertEquals("Week 1", tree.selected().get().title());
    assertEquals(List.of("Invoices", "2026", "January"), tree.selected().get().path());
    desk.ui.until("opened down to it", () -> tree.selection().lead() == 4);
    assertEquals("Week 1", tree.rows().get(4).title());
  }

  @Test
  void goesToAContainerOnTheScreenAtOnce() {
    openRow("Invoices");
    tree.select(YEAR.inside());
    assertEquals("2026", tree.selected().get().title());
    assertEquals(2, tree.selection().lead());
  }

  @Test
  void aFolderThatTheOutboxHasMadeAppears() {
    openRow("Invoices");
    desk.attach();
    desk.accept(
        "2027",
        new Operation.Insert(
            YEARS,
            Optional.of(DemoSchema.YEAR),
            Optional.empty(),
            Map.of("name", FieldValue.of("2027")),
            List.of()));
    desk.ui.until("shown", () -> titles().contains("2027"));
    assertEquals(List.of("Tray", "Invoices", "2026", "2027", "Projects"), titles());
  }

  @Test
  void aRegisterThatShallMoveIsShownAtBothPlacesUntilItHasMoved() {
    openRow("Invoices");
    openRow("2026");
    openRow("January");
    desk.accept(
        "Week 1", new Operation.Move(WEEK.id(), DemoSchema.MONTH, JANUARY.inside(), YEAR.inside()));
    desk.ui.until("coming", () -> tree.rows().stream().anyMatch(TreeRow.Coming.class::isInstance));
    assertEquals(
        List.of("Tray", "Invoices", "2026", "January", "Week 1", "Week 1", "Projects"), titles());
    assertEquals(
        List.of(new Mark(Mark.Kind.UNDER_WAY, "On its way to another place")),
        ((TreeRow.ContainerRow) tree.rows().get(4)).marks());
    assertEquals(
        new TreeRow.Coming("Week 1", "Month", "Waiting to be sent", 2), tree.rows().get(5));
    assertEquals("Week 1\nWaiting to be sent", tree.hint(5));
    tree.want(5);
    tree.selection().only(5);
    assertEquals(Location.TRAY, tree.selected().get().location(), "nothing can be shown there yet");

    desk.attach();
    desk.ui.until(
        "moved",
        () ->
            titles().equals(List.of("Tray", "Invoices", "2026", "January", "Week 1", "Projects"))
                && tree.rows().get(4).depth() == 2
                && tree.rows().get(4) instanceof TreeRow.ContainerRow row
                && row.marks().isEmpty());
  }
}
