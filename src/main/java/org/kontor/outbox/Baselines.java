package org.kontor.outbox;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.dms.Operation;
import org.kontor.model.ObjectId;

/** The baselines of one server: the newest of each shelf, and those that attempts refer to. */
final class Baselines {
  private final String server;
  private final Journal journal;
  private final Map<Shelf, Baseline> newest = new HashMap<>();
  private final Map<Long, Baseline> byNumber = new HashMap<>();
  private final Map<Shelf, ShelfEnd> ends = new HashMap<>();

  Baselines(String server, Journal journal) {
    this.server = server;
    this.journal = journal;
  }

  void keep(Baseline taken) throws IOException {
    Baseline kept = journal.keep(server, taken);
    newest.put(kept.shelf(), kept);
    byNumber.put(kept.number(), kept);
  }

  /** A shelf was listed up to its end once more. */
  void endsAt(ShelfEnd end) {
    ends.put(end.shelf(), end);
  }

  /** How many stood on the shelf of an insert when it was listed last; 0 for unknown. */
  int endFor(Item item) {
    return endOf(item).map(ShelfEnd::end).orElse(0);
  }

  /** How many stand before what an entry made, as far as the last listing tells; 0 for unknown. */
  int before(Item item) {
    int known = item.pace().shelfEnd();
    return endOf(item).map(end -> end.position(item.attempt().object(), known)).orElse(known);
  }

  private Optional<ShelfEnd> endOf(Item item) {
    return item.operation() instanceof Operation.NewObject made
        ? Optional.ofNullable(ends.get(Shelf.of(made)))
        : Optional.empty();
  }

  Map<Shelf, Baseline> newest() {
    return Map.copyOf(newest);
  }

  /** The number of the baseline that an operation is sent under; 0 for a change. */
  long numberFor(Operation operation) {
    return operation instanceof Operation.NewObject made
        ? Optional.ofNullable(newest.get(Shelf.of(made))).orElseThrow().number()
        : 0;
  }

  /** The one an attempt was made under; empty when there was none. */
  Optional<Baseline> of(Item item) throws IOException {
    long number = item.attempt().baseline();
    if (number == 0) {
      return Optional.empty();
    }
    Baseline known = byNumber.get(number);
    if (known == null) {
      known = journal.baseline(number).orElse(null);
      if (known != null) {
        byNumber.put(number, known);
      }
    }
    return Optional.ofNullable(known);
  }

  Map<Long, Baseline> of(Collection<Item> items) throws IOException {
    Map<Long, Baseline> used = new HashMap<>();
    for (Item item : items) {
      of(item).ifPresent(baseline -> used.put(baseline.number(), baseline));
    }
    return used;
  }

  /**
   * Objects that waiting changes would take away from where an insert is looked for whose answer is
   * not here yet, and that may be what it made: neither there before, nor claimed. If such an
   * object went, the probe would not see it.
   */
  Set<ObjectId> strangers(Collection<Item> items) throws IOException {
    List<Item> open = items.stream().filter(Baselines::isOpenInsert).toList();
    if (open.isEmpty()) {
      byNumber.values().retainAll(newest.values());
      return Set.of();
    }
    Set<ObjectId> strangers = new HashSet<>();
    for (Item item : items) {
      if (item.state() == EntryState.WAITING
          && item.operation() instanceof Operation.OnObject change
          && mayHide(change, open)) {
        strangers.add(change.object());
      }
    }
    if (!strangers.isEmpty()) {
      strangers.removeAll(journal.claimed(server, strangers));
    }
    return strangers;
  }

  private boolean mayHide(Operation.OnObject change, List<Item> open) throws IOException {
    for (Item item : open) {
      boolean wasThere =
          of(item).filter(before -> before.objects().contains(change.object())).isPresent();
      if (!wasThere && ChangeKind.of(change).hides((Operation.NewObject) item.operation())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpenInsert(Item item) {
    return (item.state() == EntryState.SENDING || item.state() == EntryState.IN_DOUBT)
        && item.operation() instanceof Operation.NewObject;
  }

  /** A new session may be another person's: its shelves are listed anew. */
  void clear() {
    newest.clear();
    ends.clear();
  }
}
