package org.kontor.ui.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Cell;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.RowsView;
import org.testfx.api.FxToolkit;

/** Tree, tray and contents in a window. */
@Tag("ui")
final class ListsViewTest {
  private static final DmsObject.Container YEAR =
      ArchiveInMemory.container("y2026", DemoSchema.YEAR, Kind.FOLDER, "2026");
  private static final DmsObject.Container MONTH =
      ArchiveInMemory.container("m11", DemoSchema.MONTH, Kind.REGISTER, "November");
  private static final Place PLACE = new Place(YEAR.inside(), "2026", List.of("Invoices"));

  @TempDir Path folder;
  private ThreeLists window;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private void open(Locale locale, boolean dark) throws Exception {
    window = new ThreeLists(folder, locale);
    ArchiveInMemory archive = window.desk.archive;
    archive.put(new Location.Top(DemoSchema.YEAR), YEAR);
    archive.put(
        new Location.Top(DemoSchema.PROJECT),
        ArchiveInMemory.container(
            "p1",
            DemoSchema.PROJECT,
            Kind.FOLDER,
            "Instandsetzung der Straßenbahnüberführung Königsplatz, Bauabschnitt 3"));
    archive.put(YEAR.inside(), MONTH);
    archive.put(
        YEAR.inside(),
        ArchiveInMemory.container("m12", DemoSchema.MONTH, Kind.REGISTER, "Dezember"));
    for (String name :
        List.of("scan_0412.tif", "Angebot Meier & Söhne.eml", "Übergabeprotokoll.pdf")) {
      archive.put(Location.TRAY, ArchiveInMemory.typeless("t-" + name.length(), name, 1_234_567));
    }
    archive.put(
        YEAR.inside(),
        ArchiveInMemory.document("d1", DemoSchema.INVOICE, "2026-00417 Papier Klein"));
    archive.put(
        YEAR.inside(),
        ArchiveInMemory.document(
            "d2",
            DemoSchema.INVOICE,
            "2026-00418 Donaudampfschifffahrtsgesellschaftskapitänsmützenhersteller"));
    window.open(dark);
    window.robot.interact(
        () -> {
          window.tray.refresh();
          window.contents.show(PLACE);
          window.tree.select(MONTH.inside());
        });
    window.until(
        "all read",
        () ->
            window.tray.rows().size() == 3
                && window.contents.rows().size() == 4
                && window.tree.selected().get().location().equals(MONTH.inside()));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @ParameterizedTest
  @CsvSource({"de,false", "de,true", "en,false", "en,true"})
  void whatCannotBeReadAnewIsSaidInWholeSentences(String language, boolean dark) throws Exception {
    open(Locale.forLanguageTag(language), dark);
    window.desk.archive.fail(Optional.of(new DmsException.Unreachable("gone", null)));
    window.robot.interact(
        () -> {
          window.tray.refresh();
          window.contents.refresh();
          window.tree.refresh();
          window.stage.setHeight(360);
        });
    for (Region view :
        List.of(window.treeView.root(), window.trayView.root(), window.contentsView.root())) {
      window.until("said", () -> failureLine(view).getParent().isVisible());
      Label line = failureLine(view);
      assertTrue(line.getHeight() >= line.prefHeight(line.getWidth()), "cut: " + line);
      assertTrue(line.prefHeight(line.getWidth()) > line.prefHeight(-1), "wraps: " + line);
    }
    window.robot.interact(
        () ->
            Picture.of(window.stage.getScene(), "stale-" + language + (dark ? "-dark" : "-light")));
  }

  private static Label failureLine(Region view) {
    return (Label) view.lookup(".failure-icon").getParent();
  }

  @ParameterizedTest
  @CsvSource({"de,false", "de,true", "en,false", "en,true"})
  void looksAsIntended(String language, boolean dark) throws Exception {
    open(Locale.forLanguageTag(language), dark);
    Desk desk = window.desk;
    window.robot.interact(
        () -> {
          desk.drop("Brief vom 12. November.txt");
          desk.accept(
              "refused",
              new Operation.AssignType(new ObjectId("t-13"), DemoSchema.INVOICE, Map.of()));
          desk.accept("Lieferschein.txt", desk.insert("Lieferschein.txt", YEAR.inside()));
          window.tray.selection().only(1);
          window.trayView.focus();
        });
    desk.archive.shutWrites();
    desk.archive.refuse(
        Optional.of(new DmsException.Refused("Das Feld „Nummer“ ist schon vergeben.", Map.of())));
    window.until("coming", () -> window.contents.rows().size() == 5);
    window.until("dropped", () -> window.tray.rows().size() == 4);
    window.robot.interact(
        () ->
            Picture.of(window.stage.getScene(), "lists-" + language + (dark ? "-dark" : "-light")));
    desk.archive.open();
    desk.attach();
    window.until(
        "refused",
        () -> window.tray.rows().stream().anyMatch(row -> row.pending() == Pending.NEEDS_PERSON));
    window.robot.interact(
        () -> {
          window.contents.show(new Place(MONTH.inside(), "November", PLACE.path()));
          window.tray.filter().set("zzz");
        });
    window.until("empty", () -> !window.contents.reading().get());
    window.robot.interact(
        () ->
            Picture.of(
                window.stage.getScene(), "lists-empty-" + language + (dark ? "-dark" : "-light")));
    assertTrue(window.contents.rows().isEmpty());
  }

  @Test
  void theFocusedRowStaysTheSelectedOneWhenRowsComeAndGo() throws Exception {
    open(Locale.UK, false);
    window.robot.interact(
        () -> {
          window.tray.selection().only(2);
          window.trayView.focus();
        });
    window.desk.archive.remove(new ObjectId("t-13"));
    window.desk.archive.put(Location.TRAY, ArchiveInMemory.typeless("t-9", "new.pdf", 1));
    window.robot.interact(() -> window.tray.refresh());
    window.until("read again", () -> window.tray.rows().getLast().name().equals("new.pdf"));
    RowsView<?> list = ThreeLists.listOf(window.trayView.root());
    assertEquals(1, window.tray.selection().lead());
    assertEquals(1, list.selection().lead());
    assertTrue(ThreeLists.cell(window.trayView.root(), 1).isFocused());
    assertTrue(ThreeLists.cell(window.trayView.root(), 1).isSelected());
    assertFalse(ThreeLists.cell(window.trayView.root(), 2).isSelected());
  }

  @Test
  void arrowsSpaceAndShiftSelectAsInAnyList() throws Exception {
    open(Locale.UK, false);
    window.robot.interact(() -> window.contentsView.focus());
    assertEquals(0, window.contents.selection().lead());
    window.robot.type(KeyCode.DOWN);
    assertEquals(
        Optional.of(new ObjectId("m12")), window.contents.current().get().map(DmsObject::id));
    window.robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).type(KeyCode.DOWN).release(KeyCode.SHIFT);
    assertEquals(List.of(1, 2, 3), window.contents.selection().stream().boxed().toList());
    window.robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    assertEquals(4, window.contents.selection().count());
    window.robot.type(KeyCode.HOME);
    assertEquals(List.of(0), window.contents.selection().stream().boxed().toList());
  }

  @Test
  void cutHereAndPastedThereGoesThroughTheDropZone() throws Exception {
    open(Locale.UK, false);
    window.robot.interact(
        () -> {
          window.contentsView.focus();
          window.contents.selection().only(2);
        });
    window.robot.press(KeyCode.CONTROL).type(KeyCode.X).release(KeyCode.CONTROL);
    window.robot.interact(
        () -> window.contents.show(new Place(MONTH.inside(), "November", PLACE.path())));
    window.until("there", () -> !window.contents.reading().get());
    window.robot.press(KeyCode.CONTROL).press(KeyCode.SHIFT).type(KeyCode.V);
    window.robot.release(KeyCode.SHIFT).release(KeyCode.CONTROL);
    assertEquals(1, window.drops.size());
    ThreeLists.Drop drop = window.drops.getFirst();
    assertEquals(MONTH.inside(), drop.target());
    assertTrue(drop.further());
    assertEquals(YEAR.inside(), ((Dragged.Objects) drop.dragged()).from());
    window.robot.press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
    assertEquals(1, window.drops.size(), "what was pasted is not pasted twice");
  }

  @Test
  void theTreeOpensClosesAndFindsByKeys() throws Exception {
    open(Locale.UK, false);
    window.robot.interact(() -> window.treeView.focus());
    window.robot.type(KeyCode.LEFT);
    assertEquals("2026", window.tree.selected().get().title());
    window.robot.type(KeyCode.LEFT).type(KeyCode.LEFT);
    assertEquals("Invoices", window.tree.selected().get().title());
    window.robot.type(KeyCode.LEFT);
    assertEquals("Invoices", window.tree.selected().get().title());
    window.robot.write("pro");
    assertEquals("Projects", window.tree.selected().get().title());
    window.robot.type(KeyCode.RIGHT);
    window.until(
        "opened",
        () ->
            window.treeView.root().lookupAll(".list-cell").stream()
                .map(node -> (Cell<?>) node)
                .anyMatch(
                    cell -> String.valueOf(cell.getAccessibleText()).startsWith("Instandsetzung")));
    window.robot.interact(() -> Picture.of(window.stage.getScene(), "tree-long-name-en-light"));
  }

  @Test
  void everyRowSpeaks() throws Exception {
    open(Locale.GERMAN, false);
    for (Region view :
        List.of(window.treeView.root(), window.trayView.root(), window.contentsView.root())) {
      List<Cell<?>> cells = filled(view);
      assertFalse(cells.isEmpty());
      for (Cell<?> cell : cells) {
        assertFalse(String.valueOf(cell.getAccessibleText()).isBlank());
        assertFalse("null".equals(String.valueOf(cell.getAccessibleText())));
      }
    }
    assertEquals(
        "November, Monatsregister, zugeklappt",
        ThreeLists.cell(window.treeView.root(), 3).getAccessibleText());
  }

  private static List<Cell<?>> filled(Region view) {
    return view.lookupAll(".list-cell").stream()
        .<Cell<?>>map(node -> (Cell<?>) node)
        .filter(cell -> !cell.isEmpty() && cell.isVisible())
        .toList();
  }

  @Test
  void aQuietRefreshDoesNotScroll() throws Exception {
    open(Locale.UK, false);
    for (int number = 0; number < 300; number++) {
      window.desk.archive.put(
          Location.TRAY, ArchiveInMemory.typeless("x" + number, "file " + number, 1));
    }
    window.robot.interact(() -> window.tray.refresh());
    window.until("read", () -> window.tray.rows().size() == 303);
    RowsView<?> list = ThreeLists.listOf(window.trayView.root());
    window.robot.interact(
        () -> {
          window.tray.selection().only(1);
          list.scrollTo(150);
        });
    window.robot.interact(() -> list.layout());
    String before = topRow();
    window.desk.archive.remove(new ObjectId("t-12"));
    window.desk.archive.put(Location.TRAY, ArchiveInMemory.typeless("y", "late", 1));
    window.robot.interact(() -> window.tray.refresh());
    window.until("read", () -> window.tray.rows().getLast().name().equals("late"));
    window.robot.interact(() -> list.layout());
    assertEquals(before, topRow());
  }

  private String topRow() {
    int first = ThreeLists.listOf(window.trayView.root()).firstShown();
    return String.valueOf(ThreeLists.cell(window.trayView.root(), first).getAccessibleText());
  }
}
