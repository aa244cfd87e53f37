package org.kontor.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** What waits for each server and who sends it there. Safe from any thread. */
final class Queues {

  /** What belongs to one server. */
  record Queue(Board board, ControlThread control) {}

  private final Map<String, Queue> queues = new ConcurrentHashMap<>();
  private final BiFunction<String, Board, ControlThread> control;

  /**
   * @param control makes the thread that looks after the board of a server
   */
  Queues(BiFunction<String, Board, ControlThread> control) {
    this.control = control;
  }

  /** That of a server, made at its first mention. */
  Queue of(String server) {
    return queues.computeIfAbsent(
        server,
        key -> {
          Board board = new Board();
          return new Queue(board, control.apply(key, board));
        });
  }

  void tell(String server, Event event) {
    of(server).control().tell(event);
  }

  void tellAll(Event event) {
    queues.values().forEach(queue -> queue.control().tell(event));
  }

  /** Tells the queue that an entry is in; nobody when it is in none. */
  void tell(EntryId id, Event event) {
    entry(id).ifPresent(entry -> tell(entry.server(), event));
  }

  Optional<Entry> entry(EntryId id) {
    return queues.values().stream().flatMap(queue -> queue.board().entry(id).stream()).findFirst();
  }

  /** Everything not over, oldest first, then what ended, newest first. */
  List<Entry> entries() {
    List<Entry> open = new ArrayList<>();
    List<Entry> over = new ArrayList<>();
    for (Queue queue : queues.values()) {
      open.addAll(queue.board().unfinished());
      over.addAll(queue.board().finished());
    }
    if (queues.size() > 1) {
      open.sort(Comparator.comparing(Entry::id));
      over.sort(Comparator.comparing(Queues::ended).reversed());
    }
    open.addAll(over);
    return open;
  }

  /** How many entries of each server are not over; servers without any are left out. */
  Map<String, Integer> waiting() {
    Map<String, Integer> waiting = new TreeMap<>();
    queues.forEach((server, queue) -> waiting.put(server, queue.board().items().size()));
    waiting.values().removeIf(count -> count == 0);
    return waiting;
  }

  /** Ends all of them side by side, within the time. */
  void end(Duration longest) {
    List<Thread> ending =
        queues.values().stream()
            .map(queue -> Thread.ofVirtual().start(() -> queue.control().end(longest)))
            .toList();
    try {
      long deadline = System.nanoTime() + longest.toNanos();
      for (Thread thread : ending) {
        thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static Instant ended(Entry entry) {
    return entry.receipt().map(receipt -> receipt.provedAt()).orElse(entry.accepted());
  }
}
