package org.kontor.ui.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point3D;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.RowsView;
import org.testfx.api.FxToolkit;

/**
 * Drags within the program. The headless platform starts none, so their events are made here; real
 * ones are a matter of the desktop tests.
 */
@Tag("ui")
final class DropTest {
  private static final PseudoClass WELCOME = PseudoClass.getPseudoClass("drop-target");
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("drop-refused");
  private static final DmsObject.Container YEAR =
      ArchiveInMemory.container("y2026", DemoSchema.YEAR, Kind.FOLDER, "2026");
  private static final DmsObject.Container MONTH =
      ArchiveInMemory.container("m11", DemoSchema.MONTH, Kind.REGISTER, "November");

  @TempDir Path folder;
  private ThreeLists window;
  private Node source;
  private Dragged.TrayDocuments dragged;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void open() throws Exception {
    window = new ThreeLists(folder, Locale.UK);
    DmsObject.Document document = ArchiveInMemory.typeless("t1", "scan.tif", 1);
    window.desk.archive.put(Location.TRAY, document);
    window.desk.archive.put(new Location.Top(DemoSchema.YEAR), YEAR);
    window.desk.archive.put(YEAR.inside(), MONTH);
    window.open(false);
    window.robot.interact(
        () -> {
          window.tray.refresh();
          window.tree.select(YEAR.inside());
        });
    window.until("read", () -> tree().selection().lead() == 2);
    dragged = new Dragged.TrayDocuments(List.of(document));
    source = ThreeLists.listOf(window.trayView.root());
    source.getProperties().put("org.kontor.dragged", dragged);
  }

  @AfterEach
  void close() {
    window.close();
  }

  /**
   * @param y of the pointer within the node under it
   */
  private DragEvent event(EventType<DragEvent> type, Node under, double y) {
    PickResult picked = new PickResult(under, new Point3D(4, y, 0), 1);
    return new DragEvent(type, null, 10, y, 10, y, TransferMode.MOVE, source, null, picked);
  }

  private void fire(EventType<DragEvent> type, Node under) {
    window.robot.interact(() -> Event.fireEvent(under, event(type, under, 4)));
  }

  private RowsView<?> tree() {
    return ThreeLists.listOf(window.treeView.root());
  }

  private List<String> chips() {
    return window.stage.getScene().getRoot().lookupAll(".drop-chip").stream()
        .map(node -> ((Label) node).getText())
        .toList();
  }

  @Test
  void theRowUnderThePointerIsOutlinedAndSaysWhatWillHappen() throws Exception {
    Cell<?> row = ThreeLists.cell(window.treeView.root(), 2);
    fire(DragEvent.DRAG_OVER, row);
    assertTrue(row.getPseudoClassStates().contains(WELCOME));
    assertEquals(List.of("Move to 2026 > November"), chips());
    window.robot.interact(() -> Picture.of(window.stage.getScene(), "drag-welcome-light"));

    Cell<?> cabinet = ThreeLists.cell(window.treeView.root(), 1);
    fire(DragEvent.DRAG_OVER, cabinet);
    assertFalse(row.getPseudoClassStates().contains(WELCOME));
    assertTrue(cabinet.getPseudoClassStates().contains(REFUSED));
    assertEquals(List.of("A cabinet holds folders only"), chips());
    window.robot.interact(() -> Picture.of(window.stage.getScene(), "drag-refused-light"));

    fire(DragEvent.DRAG_EXITED, ThreeLists.listOf(window.treeView.root()));
    assertFalse(cabinet.getPseudoClassStates().contains(REFUSED));
    assertEquals(List.of(), chips());
  }

  @Test
  void aDropGoesToTheZoneAndTellsTheTruth() {
    Cell<?> row = ThreeLists.cell(window.treeView.root(), 2);
    assertTrue(dropOn(row));
    assertEquals(List.of(new ThreeLists.Drop(dragged, YEAR.inside(), false)), window.drops);
    assertFalse(dropOn(ThreeLists.cell(window.treeView.root(), 1)));
    assertEquals(1, window.drops.size());
    assertFalse(row.getPseudoClassStates().contains(WELCOME));
  }

  private boolean dropOn(Cell<?> row) {
    boolean[] completed = {false};
    window.robot.interact(
        () -> {
          RowsView<?> list = ThreeLists.listOf(window.treeView.root());
          list.setOnDragDropped(event -> completed[0] = event.isDropCompleted());
          Event.fireEvent(row, event(DragEvent.DRAG_DROPPED, row, 4));
        });
    return completed[0];
  }

  @Test
  void theWholeListIsTheTargetOfTrayAndContainer() {
    Node list = ThreeLists.listOf(window.trayView.root());
    fire(DragEvent.DRAG_OVER, list);
    assertTrue(list.getPseudoClassStates().contains(WELCOME));
    fire(DragEvent.DRAG_DROPPED, list);
    assertEquals(Location.TRAY, window.drops.getFirst().target());
  }

  @Test
  void aContainerOpensWhenThePointerRestsOnIt() throws Exception {
    fire(DragEvent.DRAG_OVER, ThreeLists.cell(window.treeView.root(), 2));
    assertEquals(4, tree().rows().size());
    window.until("opened", () -> tree().rows().size() == 5);
    assertEquals(YEAR.inside(), window.tree.selected().get().location());
  }

  @Test
  void theListScrollsWhileThePointerIsNearItsEdge() throws Exception {
    for (int number = 0; number < 200; number++) {
      window.desk.archive.put(
          YEAR.inside(),
          ArchiveInMemory.container("r" + number, DemoSchema.MONTH, Kind.REGISTER, "R" + number));
    }
    window.robot.interact(() -> window.treeView.focus());
    window.robot.type(KeyCode.RIGHT);
    window.until("open", () -> tree().rows().size() > 200);
    RowsView<?> list = ThreeLists.listOf(window.treeView.root());
    window.robot.interact(
        () -> Event.fireEvent(list, event(DragEvent.DRAG_OVER, list, list.getHeight() - 2)));
    window.until("scrolled", () -> list.firstShown() > 5);
    fire(DragEvent.DRAG_EXITED, list);
  }
}
