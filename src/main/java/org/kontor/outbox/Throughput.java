package org.kontor.outbox;

import java.time.Duration;

/**
 * How much is asked of a server at once: a little more after each good answer, half after trouble.
 * Until the first trouble the batches double, since nothing is known yet.
 *
 * @param caps what it never exceeds
 * @param parallel requests at once now
 * @param batch inserts of small files in one request now
 * @param troubled whether there was trouble since the server was attached
 * @param best nanoseconds that one entry of a full request took when it went well; 0 for unknown
 */
record Throughput(AttachOptions caps, int parallel, int batch, boolean troubled, long best) {
  /** A request of small files that takes longer than this asks for too much at once. */
  static final Duration LONG = Duration.ofSeconds(4);

  /** Below this, differences are chance. */
  private static final Duration SHORT = Duration.ofMillis(50);

  private static final int START = 2;
  private static final int STEP = 2;

  /** So much slower than the best an entry may become before nothing more is asked for. */
  private static final int CROWDED = 3;

  static Throughput upTo(AttachOptions caps) {
    return new Throughput(caps, Math.min(START, caps.parallel()), 1, false, 0);
  }

  /**
   * After a request in which everything went well.
   *
   * @param entries how many were in it
   * @param took from sending to the answer; of a request of small files
   */
  Throughput answered(int entries, Duration took) {
    if (took.compareTo(LONG) > 0) {
      return worse();
    }
    if (entries < batch) {
      // Too little was asked for to learn anything from it.
      return better();
    }
    long each = Math.max(1, took.toNanos() / entries);
    // The best is forgotten slowly, so that a server that became slower is not held against it.
    long remembered = best == 0 ? each : Math.min(each, best + best / 50 + 1);
    Throughput known = new Throughput(caps, parallel, batch, troubled, remembered);
    boolean crowded = took.compareTo(SHORT) > 0 && each > CROWDED * remembered;
    return crowded ? known : known.better();
  }

  /** After a request that went well and of which the time says nothing. */
  Throughput better() {
    int larger = troubled ? batch + STEP : batch * 2;
    int more = batch == caps.largestBatch() ? Math.min(caps.parallel(), parallel + 1) : parallel;
    return new Throughput(caps, more, Math.min(caps.largestBatch(), larger), troubled, best);
  }

  /** The same within other caps. */
  Throughput within(AttachOptions other) {
    return new Throughput(
        other,
        Math.min(parallel, other.parallel()),
        Math.min(batch, other.largestBatch()),
        troubled,
        best);
  }

  Throughput worse() {
    return new Throughput(caps, Math.max(1, parallel / 2), Math.max(1, batch / 2), true, best);
  }
}
