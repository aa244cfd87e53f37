package org.kontor.ui.common;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.CellSkinBase;
import org.jspecify.annotations.Nullable;

/**
 * Draws one row of a {@link RowsView} after another.
 *
 * @param <T> one row
 */
public abstract class RowCell<T> extends IndexedCell<T> {
  private @Nullable RowsView<T> view;

  final void belongTo(RowsView<T> owner) {
    view = owner;
    getStyleClass().add("list-cell");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    setFocusTraversable(false);
    setPrefWidth(0);
  }

  /** Shows a row, however it is now; none where it does not exist. */
  // The toolkit's contract: a cell that shows nothing holds null.
  @SuppressWarnings("NullAway")
  final void present(int row) {
    RowsView<T> of = view;
    if (of == null || row < 0 || row >= of.rows().size()) {
      updateIndex(-1);
      updateItem(null, true);
      updateSelected(false);
      setFocused(false);
      return;
    }
    updateIndex(row);
    updateItem(of.rows().get(row), false);
    mark(of);
  }

  /** Whether it is selected and leads may have changed. */
  final void mark() {
    if (view != null && !isEmpty()) {
      mark(view);
    }
  }

  private void mark(RowsView<T> of) {
    boolean selected = of.selection().isSelected(getIndex());
    if (selected != isSelected()) {
      updateSelected(selected);
      notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTED);
    }
    setFocused(of.isFocused() && of.selection().lead() == getIndex());
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new CellSkinBase<>(this);
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case INDEX -> getIndex();
      case SELECTED -> isSelected();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.REQUEST_FOCUS && view != null && !isEmpty()) {
      view.requestFocus();
      view.selection().only(getIndex());
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }
}
