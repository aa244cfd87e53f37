package org.kontor.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * What is known in memory of one server's entries: all that are not over, and the last ones that
 * ended. Read from any thread; changed by the control thread, except that accepting adds.
 */
final class Board {
  static final int FINISHED_KEPT = 500;

  private final ConcurrentSkipListMap<EntryId, Item> items = new ConcurrentSkipListMap<>();
  private final Map<EntryId, Long> sent = new ConcurrentHashMap<>();
  private final Deque<Entry> finished = new ArrayDeque<>();
  private volatile boolean paused;
  private volatile Optional<Problem> standstill = Optional.empty();

  void add(Collection<Item> fresh) {
    fresh.forEach(item -> items.put(item.id(), item));
  }

  /** Puts the newer form of an item in the place of the older one. */
  void replace(Item item) {
    if (item.state() != EntryState.SENDING) {
      sent.remove(item.id());
    }
    if (item.state().isOver()) {
      synchronized (finished) {
        finished.addFirst(item.entry());
        if (finished.size() > FINISHED_KEPT) {
          finished.removeLast();
        }
      }
      items.remove(item.id());
    } else {
      items.put(item.id(), item);
    }
  }

  void progress(EntryId id, long bytes) {
    sent.put(id, bytes);
  }

  /** Why nothing goes on with this server at the moment. */
  void standsStill(Optional<Problem> problem) {
    standstill = problem;
  }

  boolean isPaused() {
    return paused;
  }

  void paused(boolean now) {
    paused = now;
  }

  /** What is not over, oldest first. */
  Collection<Item> items() {
    return items.values();
  }

  Optional<Item> item(EntryId id) {
    return Optional.ofNullable(items.get(id));
  }

  /** As shown: with progress, and with the server's trouble where the entry has none of its own. */
  List<Entry> unfinished() {
    Optional<Problem> problem = standstill;
    return items.values().stream().map(item -> shown(item.entry(), problem)).toList();
  }

  /** Newest first. */
  List<Entry> finished() {
    synchronized (finished) {
      return new ArrayList<>(finished);
    }
  }

  Optional<Entry> entry(EntryId id) {
    Item item = items.get(id);
    if (item != null) {
      return Optional.of(shown(item.entry(), standstill));
    }
    synchronized (finished) {
      return finished.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
  }

  private Entry shown(Entry entry, Optional<Problem> problem) {
    long bytes = sent.getOrDefault(entry.id(), entry.sentBytes());
    boolean waits = !entry.state().needsPerson() && entry.problem().isEmpty();
    if (bytes == entry.sentBytes() && !(waits && problem.isPresent())) {
      return entry;
    }
    return new Entry(
        entry.id(),
        entry.server(),
        entry.batch(),
        entry.lane(),
        entry.title(),
        entry.operation(),
        entry.state(),
        entry.attempts(),
        bytes,
        waits ? problem : entry.problem(),
        entry.receipt(),
        entry.accepted());
  }
}
