package org.kontor.ui.common;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which rows of a list are selected, cheap for a million of them: a bit for each, and one leading
 * row whose document is shown. To be used from one thread.
 */
public final class RowSelection {
  private final List<Runnable> listeners = new ArrayList<>();
  private BitSet rows = new BitSet();
  private int lead = -1;
  private boolean following;

  /** The row selected last; -1 when none is. */
  public int lead() {
    return lead;
  }

  public int count() {
    return rows.cardinality();
  }

  public boolean isSelected(int row) {
    return row >= 0 && rows.get(row);
  }

  /** The selected rows, ascending. */
  public IntStream stream() {
    return rows.stream();
  }

  /** A copy. */
  public BitSet toBits() {
    return (BitSet) rows.clone();
  }

  /** Selects this row alone; -1 for none. */
  public void only(int row) {
    BitSet next = new BitSet();
    if (row >= 0) {
      next.set(row);
    }
    set(next, row);
  }

  /** Selects further rows, from (inclusive) to (exclusive). */
  public void add(int from, int to, int newLead) {
    BitSet next = toBits();
    next.set(from, to);
    set(next, newLead);
  }

  public void remove(int row) {
    BitSet next = toBits();
    next.clear(row);
    set(next, lead == row ? next.previousSetBit(Math.max(0, next.length() - 1)) : lead);
  }

  /** Selects exactly these. */
  public void set(BitSet selected, int newLead) {
    if (newLead != lead || !selected.equals(rows)) {
      rows = (BitSet) selected.clone();
      lead = newLead;
      List.copyOf(listeners).forEach(Runnable::run);
    }
  }

  /** Selects the row so many below the leading one, alone, among so many rows. */
  public void step(int by, int size) {
    if (size > 0) {
      only(Math.clamp(lead + (long) by, 0, size - 1));
    }
  }

  /** The same things are selected, but stand at other rows now. */
  public void follow(BitSet selected, int newLead) {
    following = true;
    try {
      set(selected, newLead);
    } finally {
      following = false;
    }
  }

  /** Whether the change being told is only that rows have moved: nothing has to be scrolled to. */
  public boolean isFollowing() {
    return following;
  }

  /** Called after every change. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
