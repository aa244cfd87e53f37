package org.kontor.ui.common;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * Says that everything in a list was replaced. Unlike the toolkit's own change it does not copy
 * what was there before, which for a million rows would take longer than a frame.
 *
 * @param <E> one element
 */
public final class WholeChange<E> extends ListChangeListener.Change<E> {
  private static final int[] NOT_MOVED = {};

  private final List<E> before;
  private boolean told;

  /**
   * @param before what was there; only its size is certain to be asked for
   */
  public WholeChange(ObservableList<E> list, List<E> before) {
    super(list);
    this.before = before;
  }

  @Override
  public boolean next() {
    boolean first = !told;
    told = true;
    return first;
  }

  @Override
  public void reset() {
    told = false;
  }

  @Override
  public int getFrom() {
    return 0;
  }

  @Override
  public int getTo() {
    return getList().size();
  }

  @Override
  public List<E> getRemoved() {
    return before;
  }

  @Override
  protected int[] getPermutation() {
    return NOT_MOVED;
  }
}
