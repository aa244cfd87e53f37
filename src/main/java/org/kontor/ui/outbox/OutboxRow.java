package org.kontor.ui.outbox;

import org.kontor.outbox.Entry;

/** A line of the panel. */
sealed interface OutboxRow {

  /** Stays the same while the line stands for the same thing. */
  long key();

  /** The entry, or one of the batch. */
  Entry any();

  /**
   * Heads the entries that were accepted together.
   *
   * @param first any of them
   * @param settled how many of them nothing more will happen to
   * @param all how many there are, from 2
   */
  record Batch(Entry first, int settled, int all) implements OutboxRow {
    @Override
    public Entry any() {
      return first;
    }

    @Override
    public long key() {
      return -first.batch() - 1;
    }
  }

  /** One entry. */
  record Item(Entry entry) implements OutboxRow {
    @Override
    public Entry any() {
      return entry;
    }

    @Override
    public long key() {
      return entry.id().number();
    }
  }
}
