package org.kontor.outbox;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.model.ObjectId;

/** Who goes before whom within a lane: by acceptance, except what the person put to the front. */
final class Precedence {
  private final Map<EntryId, Long> turns = new HashMap<>();
  private long last;

  Comparator<Item> order() {
    Map<EntryId, Long> now = Map.copyOf(turns);
    return Comparator.comparingLong((Item item) -> now.getOrDefault(item.id(), 0L))
        .thenComparing(Item::id);
  }

  /**
   * Puts entries before all others, and with them what waits before them on the same objects: they
   * could not go without it.
   *
   * @param items everything that is not over, oldest first
   */
  void toFront(List<EntryId> ids, Collection<Item> items) {
    Set<EntryId> chosen = new HashSet<>(ids);
    Set<EntryId> open = new HashSet<>();
    Set<ObjectId> needed = new HashSet<>();
    last--;
    for (Item item : List.copyOf(items).reversed()) {
      open.add(item.id());
      Concern concern = Concern.of(item.operation());
      boolean comesFirst = concern.object().filter(needed::contains).isPresent();
      if (chosen.contains(item.id()) || comesFirst) {
        turns.put(item.id(), last);
        concern.object().ifPresent(needed::add);
        concern.container().ifPresent(needed::add);
      }
    }
    turns.keySet().retainAll(open);
  }
}
