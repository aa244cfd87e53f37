package org.kontor.rillsoft;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;

/**
 * A list of the server for as long as it is asked for in a row: there is no call for one thing, so
 * whoever wants one reads the list. What was read before a change of ours ended is read anew.
 */
final class Kept<T> {
  /** One question of the window or the outbox takes several reads: so long they are of one. */
  static final Duration NEW = Duration.ofMillis(300);

  /** For what hardly changes and is only looked up. */
  static final Duration RECENT = Duration.ofMinutes(1);

  private final Source<T> source;
  private final AtomicLong changes;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Held<T> held;

  /** Asks the server. */
  @FunctionalInterface
  interface Source<T> {
    T read() throws DmsException, InterruptedException;
  }

  private record Held<T>(T value, long began, long changes) {}

  /**
   * @param changes counts what was changed on the server by this program
   */
  Kept(Source<T> source, AtomicLong changes) {
    this.source = source;
    this.changes = changes;
  }

  /**
   * The list, not older than that and read after all changes that had ended when this was called.
   */
  T get(Duration oldest) throws DmsException, InterruptedException {
    long asked = changes.get();
    Held<T> known = held;
    if (known != null && isGood(known, oldest, asked)) {
      return known.value();
    }
    reading.lockInterruptibly();
    try {
      known = held;
      if (known != null && isGood(known, oldest, asked)) {
        return known.value();
      }
      Held<T> fresh = read(System.nanoTime(), changes.get());
      held = fresh;
      return fresh.value();
    } finally {
      reading.unlock();
    }
  }

  private Held<T> read(long began, long seen) throws DmsException, InterruptedException {
    return new Held<>(source.read(), began, seen);
  }

  private static boolean isGood(Held<?> known, Duration oldest, long changes) {
    return known.changes() >= changes && System.nanoTime() - known.began() < oldest.toNanos();
  }
}
