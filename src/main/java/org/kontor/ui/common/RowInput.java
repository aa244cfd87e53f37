package org.kontor.ui.common;

import java.util.BitSet;
import java.util.Optional;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** What keys and mouse do to the selection of a {@link RowsView}. */
final class RowInput<T> {
  private final RowsView<T> view;
  private final RowSelection selection;
  private int anchor = -1;
  private int pressedOn = -1;

  RowInput(RowsView<T> view) {
    this.view = view;
    selection = view.selection();
    selection.onChange(
        () -> {
          if (selection.count() <= 1) {
            anchor = selection.lead();
          }
        });
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::mousePressed);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, this::mouseReleased);
    view.addEventHandler(MouseEvent.DRAG_DETECTED, _ -> pressedOn = -1);
  }

  private void pressed(KeyEvent event) {
    if (event.isAltDown()) {
      return;
    }
    if (event.isShortcutDown()) {
      if (event.getCode() == KeyCode.A) {
        selectAll();
        event.consume();
      }
      return;
    }
    int lead = selection.lead();
    int page = Math.max(1, view.rowsSkin().wholeRows() - 1);
    switch (event.getCode()) {
      case UP -> go(lead - 1, event);
      case DOWN -> go(lead + 1, event);
      case PAGE_UP -> go(lead - page, event);
      case PAGE_DOWN -> go(lead + page, event);
      case HOME -> go(0, event);
      case END -> go(view.rows().size() - 1, event);
      default -> {}
    }
  }

  private void go(int wanted, KeyEvent event) {
    if (!view.rows().isEmpty()) {
      int row = Math.clamp(wanted, 0, view.rows().size() - 1);
      if (event.isShiftDown()) {
        extendTo(row);
      } else {
        selection.only(row);
      }
      event.consume();
    }
  }

  private void selectAll() {
    if (!view.rows().isEmpty()) {
      BitSet all = new BitSet();
      all.set(0, view.rows().size());
      selection.set(all, Math.max(0, selection.lead()));
    }
  }

  private void extendTo(int row) {
    int from = anchor < 0 ? row : anchor;
    BitSet range = new BitSet();
    range.set(Math.min(from, row), Math.max(from, row) + 1);
    selection.set(range, row);
    anchor = from;
  }

  private void mousePressed(MouseEvent event) {
    view.requestFocus();
    pressedOn = -1;
    Optional<Integer> on =
        RowUnder.pointer(event.getPickResult())
            .filter(cell -> !cell.isEmpty())
            .map(IndexedCell::getIndex);
    if (on.isEmpty()) {
      return;
    }
    int row = on.get();
    if (event.getButton() == MouseButton.SECONDARY) {
      if (!selection.isSelected(row)) {
        selection.only(row);
      }
    } else if (event.getButton() == MouseButton.PRIMARY) {
      primary(row, event);
    }
  }

  private void primary(int row, MouseEvent event) {
    if (event.isShiftDown()) {
      extendTo(row);
    } else if (event.isShortcutDown()) {
      if (selection.isSelected(row)) {
        selection.remove(row);
      } else {
        selection.add(row, row + 1, row);
      }
      anchor = row;
    } else if (selection.isSelected(row) && selection.count() > 1) {
      // Perhaps all of them are dragged; only a click selects this one alone.
      pressedOn = row;
    } else {
      selection.only(row);
    }
  }

  private void mouseReleased(MouseEvent event) {
    if (pressedOn >= 0 && event.isStillSincePress()) {
      selection.only(pressedOn);
    }
    pressedOn = -1;
  }
}
