package org.kontor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.event.EventType;
import javafx.geometry.Point3D;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

@Tag("ui")
final class RowsViewTest {
  private final FxRobot robot = new FxRobot();
  private final ObservableList<String> rows = FXCollections.observableArrayList();
  private final RowSelection selection = new RowSelection();
  private RowsView<String> view;
  private Stage stage;

  /** Shows a row as it is. */
  private static final class Cell extends RowCell<String> {
    @Override
    protected void updateItem(String item, boolean empty) {
      super.updateItem(item, empty);
      setText(empty ? null : item);
    }
  }

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    robot.interact(
        () -> {
          rows.setAll(IntStream.range(0, 1_000).mapToObj(row -> "row " + row).toList());
          view = new RowsView<>(rows, selection, RowsView.Lines.ONE, Cell::new);
          Label nothing = new Label("nothing");
          nothing.setId("nothing");
          view.setPlaceholder(nothing);
          stage.setScene(new Scene(view, 300, 400));
          stage.show();
          view.requestFocus();
          selection.only(0);
        });
  }

  @AfterEach
  void close() {
    robot.interact(stage::close);
  }

  private RowCell<?> cell(int row) {
    return (RowCell<?>) view.queryAccessibleAttribute(AccessibleAttribute.ITEM_AT_INDEX, row);
  }

  private void layOut() {
    robot.interact(
        () -> {
          view.applyCss();
          view.layout();
        });
  }

  private void mouse(EventType<MouseEvent> type, Node on, boolean shift, boolean control) {
    robot.interact(
        () ->
            on.fireEvent(
                new MouseEvent(
                    type,
                    4,
                    4,
                    4,
                    4,
                    MouseButton.PRIMARY,
                    1,
                    shift,
                    control,
                    false,
                    false,
                    true,
                    false,
                    false,
                    true,
                    false,
                    true,
                    new PickResult(on, new Point3D(4, 4, 0), 1))));
  }

  private void click(int row, boolean shift, boolean control) {
    mouse(MouseEvent.MOUSE_PRESSED, cell(row), shift, control);
    mouse(MouseEvent.MOUSE_RELEASED, cell(row), shift, control);
  }

  private List<Integer> selected() {
    return selection.stream().boxed().toList();
  }

  @Test
  void theMouseSelectsAsInAnyList() {
    click(2, false, false);
    click(5, true, false);
    assertEquals(List.of(2, 3, 4, 5), selected());
    click(3, false, true);
    assertEquals(List.of(2, 4, 5), selected());
    click(8, false, true);
    assertEquals(List.of(2, 4, 5, 8), selected());
    mouse(MouseEvent.MOUSE_PRESSED, cell(4), false, false);
    assertEquals(List.of(2, 4, 5, 8), selected(), "perhaps they are dragged");
    mouse(MouseEvent.MOUSE_RELEASED, cell(4), false, false);
    assertEquals(List.of(4), selected());
    assertTrue(cell(4).isFocused());
  }

  @Test
  void keysMoveAndScrollAsLittleAsNeeded() {
    robot.type(KeyCode.END);
    assertEquals(999, selection.lead());
    assertEquals(999, view.lastShown());
    robot.type(KeyCode.PAGE_UP);
    int page = 999 - selection.lead();
    assertTrue(page > 3 && page < 40, "page: " + page);
    robot.type(KeyCode.HOME);
    robot.press(KeyCode.SHIFT).type(KeyCode.PAGE_DOWN).release(KeyCode.SHIFT);
    assertEquals(page + 1, selection.count());
    robot.type(KeyCode.UP);
    assertEquals(List.of(page - 1), selected());
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    assertEquals(1_000, selection.count());
  }

  @Test
  void whatOneLooksAtStaysWhileRowsComeAndGoAboveIt() {
    robot.interact(() -> view.scrollTo(500));
    layOut();
    robot.interact(
        () -> {
          rows.add(0, "new");
          rows.add(3, "newer");
          rows.remove(10);
        });
    layOut();
    assertEquals("row 500", cell(view.firstShown()).getText());
    robot.interact(() -> rows.set(view.firstShown(), "changed"));
    layOut();
    assertEquals("changed", cell(view.firstShown()).getText());
  }

  @Test
  void theThumbLeadsAnywhereAndOnlyRowsOnTheScreenHaveCells() {
    ScrollBar bar =
        (ScrollBar) view.queryAccessibleAttribute(AccessibleAttribute.VERTICAL_SCROLLBAR);
    robot.interact(() -> bar.setValue(bar.getMax() / 2));
    layOut();
    assertTrue(Math.abs(view.firstShown() - 500) < 15, "first: " + view.firstShown());
    assertTrue(view.lookupAll(".list-cell").size() < 40);
    assertEquals(bar.getBoundsInParent().getMinX(), cell(500).getWidth());
    robot.interact(() -> rows.remove(5, 1_000));
    layOut();
    assertEquals(0, view.firstShown());
    assertEquals("row 4", cell(4).getText());
    assertNull(cell(5));
    robot.interact(rows::clear);
    layOut();
    assertTrue(view.lookup("#nothing").isVisible());
  }

  @Test
  void aScreenReaderIsToldOfTheListAndItsRows() {
    assertEquals(AccessibleRole.LIST_VIEW, view.getAccessibleRole());
    assertEquals(1_000, view.queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT));
    assertEquals(true, view.queryAccessibleAttribute(AccessibleAttribute.MULTIPLE_SELECTION));
    assertEquals(cell(0), view.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM));
    assertEquals(
        List.of(cell(0)), view.queryAccessibleAttribute(AccessibleAttribute.SELECTED_ITEMS));
    RowCell<?> third = cell(3);
    assertEquals(AccessibleRole.LIST_ITEM, third.getAccessibleRole());
    assertEquals(3, third.queryAccessibleAttribute(AccessibleAttribute.INDEX));
    assertEquals(false, third.queryAccessibleAttribute(AccessibleAttribute.SELECTED));
    robot.interact(() -> third.executeAccessibleAction(AccessibleAction.REQUEST_FOCUS));
    assertEquals(true, third.queryAccessibleAttribute(AccessibleAttribute.SELECTED));
    assertEquals(List.of(3), selected());
  }
}
