package org.kontor.ui.common;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;
import org.jspecify.annotations.Nullable;

/**
 * Lets a list control show and change a {@link RowSelection}, which its view-model owns.
 *
 * @param <T> one row
 */
final class RowSelectionModel<T> extends MultipleSelectionModel<T> {
  private final ObservableList<T> items;
  private final RowSelection selection;
  private final Watched<Integer> indices = new Watched<>();
  private final Watched<T> selected = new Watched<>();

  RowSelectionModel(ObservableList<T> items, RowSelection selection) {
    this.items = items;
    this.selection = selection;
    setSelectionMode(SelectionMode.MULTIPLE);
    selection.onChange(this::show);
    show();
  }

  private void show() {
    int lead = selection.lead();
    setSelectedIndex(lead);
    setSelectedItem(item(lead));
    BitRows rows = new BitRows(selection.toBits());
    indices.become(rows);
    selected.become(new ItemsAt(rows));
  }

  // The control's own contract: no row means null.
  @SuppressWarnings("NullAway")
  private T item(int row) {
    @Nullable T none = null;
    return row >= 0 && row < items.size() ? items.get(row) : none;
  }

  @Override
  public ObservableList<Integer> getSelectedIndices() {
    return indices;
  }

  @Override
  public ObservableList<T> getSelectedItems() {
    return selected;
  }

  @Override
  public void selectIndices(int row, int... rows) {
    BitSet next = getSelectionMode() == SelectionMode.SINGLE ? new BitSet() : selection.toBits();
    int lead = selection.lead();
    if (exists(row)) {
      next.set(row);
      lead = row;
    }
    for (int further : rows) {
      if (exists(further)) {
        next.set(further);
        lead = further;
      }
    }
    selection.set(next, lead);
  }

  @Override
  public void selectRange(int start, int end) {
    if (start == end) {
      return;
    }
    int low = Math.max(0, start < end ? start : end + 1);
    int high = Math.min(items.size(), start < end ? end : start + 1);
    if (low < high) {
      selection.add(low, high, start < end ? high - 1 : low);
    }
  }

  @Override
  public void selectAll() {
    if (!items.isEmpty()) {
      selection.add(0, items.size(), selection.lead() < 0 ? 0 : selection.lead());
    }
  }

  @Override
  public void selectFirst() {
    clearAndSelect(0);
  }

  @Override
  public void selectLast() {
    clearAndSelect(items.size() - 1);
  }

  @Override
  public void clearAndSelect(int row) {
    if (exists(row)) {
      selection.only(row);
    }
  }

  @Override
  public void select(int row) {
    if (exists(row)) {
      selection.add(row, row + 1, row);
    }
  }

  @Override
  public void select(T item) {
    select(items.indexOf(item));
  }

  @Override
  public void clearSelection(int row) {
    if (selection.isSelected(row)) {
      selection.remove(row);
    }
  }

  @Override
  public void clearSelection() {
    selection.only(-1);
  }

  @Override
  public boolean isSelected(int row) {
    return selection.isSelected(row);
  }

  @Override
  public boolean isEmpty() {
    return selection.count() == 0;
  }

  @Override
  public void selectPrevious() {
    clearAndSelect(selection.lead() - 1);
  }

  @Override
  public void selectNext() {
    clearAndSelect(selection.lead() + 1);
  }

  private boolean exists(int row) {
    return row >= 0 && row < items.size();
  }

  /** A list that others watch and only this class changes. */
  private static final class Watched<E> extends ObservableListBase<E> {
    private List<E> now = List.of();

    void become(List<E> next) {
      List<E> before = now;
      now = next;
      if (!before.isEmpty() || !next.isEmpty()) {
        fireChange(new WholeChange<>(this, before));
      }
    }

    @Override
    public E get(int position) {
      return now.get(position);
    }

    @Override
    public int size() {
      return now.size();
    }
  }

  /** The rows at some numbers, looked up when asked for. */
  private final class ItemsAt extends AbstractList<T> {
    private final BitRows rows;

    ItemsAt(BitRows rows) {
      this.rows = rows;
    }

    @Override
    public T get(int position) {
      return item(rows.get(position));
    }

    @Override
    public int size() {
      return rows.size();
    }
  }
}
