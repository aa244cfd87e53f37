package org.kontor.ui.tree;

import java.util.Optional;
import javafx.scene.control.IndexedCell;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.model.Location;
import org.kontor.ui.common.DropTarget;
import org.kontor.ui.common.DropZone;
import org.kontor.ui.common.FailureBar;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.common.TypingInList;

/** The tree: a list whose lines are indented, opened and closed. */
public final class ArchiveTreeView {
  private final ArchiveTreeViewModel model;
  private final RowsView<TreeRow> list;
  private final VBox root;

  public ArchiveTreeView(ArchiveTreeViewModel model, Messages messages, DropZone zone) {
    this.model = model;
    list =
        new RowsView<>(
            model.rows(),
            model.selection(),
            RowsView.Lines.ONE,
            () -> new TreeRowCell(model, messages));
    list.setAccessibleText(messages.get("tree"));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    TypingInList typing = new TypingInList(messages.locale(), model.selection(), model::findTitle);
    list.addEventHandler(KeyEvent.KEY_TYPED, typing::handle);
    DropTarget.install(list, zone, new Targets());
    VBox.setVgrow(list, Priority.ALWAYS);
    root =
        new VBox(
            new FailureBar(model.failure(), messages.get("retry"), model::refresh).root(), list);
  }

  public Region root() {
    return root;
  }

  /** Puts the keys here. */
  public void focus() {
    list.requestFocus();
  }

  private void pressed(KeyEvent event) {
    int row = model.selection().lead();
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT -> left(row);
      case RIGHT -> right(row);
      case ENTER -> model.act(row);
      case F5 -> model.refresh();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void left(int row) {
    if (row >= 0 && model.rows().get(row).opening() == TreeRow.Opening.OPEN) {
      model.close(row);
    } else if (row >= 0 && model.parentOf(row) >= 0) {
      model.selection().only(model.parentOf(row));
    }
  }

  private void right(int row) {
    if (row < 0) {
      return;
    }
    switch (model.rows().get(row).opening()) {
      case CLOSED -> model.open(row);
      case OPEN -> {
        if (row + 1 < model.rows().size() && model.parentOf(row + 1) == row) {
          model.selection().only(row + 1);
        }
      }
      case LEAF -> {}
    }
  }

  private final class Targets implements DropTarget.Rows {
    @Override
    public Optional<Location> at(IndexedCell<?> row) {
      return model.rows().get(row.getIndex()).location();
    }

    @Override
    public Optional<Location> whole() {
      return Optional.empty();
    }

    @Override
    public void open(IndexedCell<?> row) {
      model.open(row.getIndex());
    }
  }
}
