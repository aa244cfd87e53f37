package org.kontor.ui.common;

import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/**
 * A list of rows of one height, which may be very long, over a {@link RowSelection}. The toolkit's
 * own list takes the longer to be laid out the more rows it has, also where all have one height
 * (decision 15). This one only ever looks at the rows on the screen.
 *
 * @param <T> one row
 */
public final class RowsView<T> extends Control {
  /** How high a row is; it grows with the font. */
  public enum Lines {
    ONE(2.2),
    TWO(3.6);

    private final double fonts;

    Lines(double fonts) {
      this.fonts = fonts;
    }

    /** In sizes of the font. */
    double fonts() {
      return fonts;
    }
  }

  private final ObservableList<T> rows;
  private final RowSelection selection;
  private final Lines lines;
  private final Supplier<RowCell<T>> cells;
  private final ObjectProperty<@Nullable Node> placeholder = new SimpleObjectProperty<>();
  private final RowsSkin<T> skin;

  /**
   * @param cells makes a cell, which shows one row after another
   */
  public RowsView(
      ObservableList<T> rows, RowSelection selection, Lines lines, Supplier<RowCell<T>> cells) {
    this.rows = rows;
    this.selection = selection;
    this.lines = lines;
    this.cells = cells;
    getStyleClass().setAll("list-view", "rows");
    getStylesheets().add(Theme.sheet(RowsView.class, "rows.css"));
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setFocusTraversable(true);
    skin = new RowsSkin<>(this);
    setSkin(skin);
    new RowInput<>(this);
  }

  public ObservableList<T> rows() {
    return rows;
  }

  public RowSelection selection() {
    return selection;
  }

  /** What is shown while there is no row. */
  public void setPlaceholder(Node node) {
    placeholder.set(node);
  }

  /** Puts a row at the upper edge, as far as there are rows below it. */
  public void scrollTo(int row) {
    skin.scrollTo(row);
  }

  /**
   * @param pixels to scroll down by, negative for up
   */
  public void scrollBy(double pixels) {
    skin.scrollBy(pixels);
  }

  /** The first row that can be seen, if only a part of it; 0 while there is none. */
  public int firstShown() {
    return skin.firstShown();
  }

  /** The last row that can be seen, if only a part of it; -1 while there is none. */
  public int lastShown() {
    return skin.lastShown();
  }

  ObjectProperty<@Nullable Node> placeholderProperty() {
    return placeholder;
  }

  Lines lines() {
    return lines;
  }

  RowCell<T> newCell() {
    return cells.get();
  }

  RowsSkin<T> rowsSkin() {
    return skin;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return skin;
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> rows.size();
      case MULTIPLE_SELECTION -> true;
      case FOCUS_ITEM -> skin.cellOf(selection.lead());
      case ITEM_AT_INDEX ->
          parameters.length > 0 && parameters[0] instanceof Integer row ? skin.cellOf(row) : null;
      case SELECTED_ITEMS -> FXCollections.observableArrayList(skin.selectedCells());
      case VERTICAL_SCROLLBAR -> skin.bar();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.SHOW_ITEM
        && parameters.length > 0
        && parameters[0] instanceof RowCell<?> cell) {
      skin.show(cell.getIndex());
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
