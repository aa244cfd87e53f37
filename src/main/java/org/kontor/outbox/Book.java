package org.kontor.outbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Where items are changed: first in the journal, then in memory, never the other way round. */
final class Book {
  private final Board board;
  private final Journal journal;
  private final Spool spool;
  private final Signals signals;

  Book(Board board, Journal journal, Spool spool, Signals signals) {
    this.board = board;
    this.journal = journal;
    this.spool = spool;
    this.signals = signals;
  }

  /** One that is surely there. */
  Item item(EntryId id) {
    return board.item(id).orElseThrow();
  }

  /** All of the server that are not over. */
  Collection<Item> items() {
    return board.items();
  }

  /** Changes those that are still there. */
  void update(List<EntryId> ids, Function<Item, Item> change) throws IOException {
    List<Item> changed = new ArrayList<>();
    for (EntryId id : ids) {
      board.item(id).map(change).ifPresent(changed::add);
    }
    save(changed);
  }

  /** Makes changes durable, then known. */
  void save(List<Item> changed) throws IOException {
    List<Item> durable = new ArrayList<>();
    for (Item item : changed) {
      Item before = item(item.id());
      if (!before.entry().equals(item.entry()) || !before.attempt().equals(item.attempt())) {
        durable.add(item);
      }
    }
    if (!durable.isEmpty()) {
      if (durable.stream().allMatch(this::hasItsOperation)) {
        journal.write(durable);
      } else {
        journal.rewrite(durable);
      }
      signals.journalWorks();
    }
    changed.forEach(board::replace);
    for (Item item : durable) {
      if (item.state().isOver()) {
        spool.release(item.operation());
      }
    }
    signals.changed();
  }

  private boolean hasItsOperation(Item item) {
    return item(item.id()).operation().equals(item.operation());
  }
}
