package org.kontor.ui.outbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kontor.outbox.Entry;

/** Bytes per second over the last few seconds, from how far the entries are. */
final class Throughput {
  private static final long WINDOW = TimeUnit.SECONDS.toNanos(3);

  private record Sample(long nanos, long bytes) {}

  private final Deque<Sample> samples = new ArrayDeque<>();

  /**
   * @param nanos of a clock that only goes forward
   * @return bytes per second; 0 while it cannot be told
   */
  long measure(List<Entry> entries, long nanos) {
    long bytes = entries.stream().mapToLong(Throughput::left).sum();
    while (!samples.isEmpty() && nanos - samples.peekFirst().nanos() > WINDOW) {
      samples.removeFirst();
    }
    samples.addLast(new Sample(nanos, bytes));
    Sample oldest = samples.getFirst();
    long elapsed = nanos - oldest.nanos();
    return elapsed <= 0 ? 0 : (long) (Math.max(0, bytes - oldest.bytes()) * 1e9 / elapsed);
  }

  private static long left(Entry entry) {
    return switch (entry.state()) {
      case DONE, PROVING -> entry.totalBytes();
      case SENDING, IN_DOUBT -> entry.sentBytes();
      case WAITING, REFUSED, UNRESOLVED, CANCELLED -> 0;
    };
  }
}
