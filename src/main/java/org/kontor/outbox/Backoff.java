package org.kontor.outbox;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to wait after failures in a row: doubling from one second to one minute. */
final class Backoff {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int DOUBLINGS = 6;
  private static final double SPREAD = 0.25;

  private Backoff() {}

  /**
   * @param failures from 1
   */
  static Duration after(int failures) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(failures - 1, DOUBLINGS));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }

  /**
   * The pause and up to a quarter more, so that many computers do not come back at the same moment;
   * never less, since the server may have named it.
   *
   * @param chance from 0 to 1
   */
  static Duration spread(Duration pause, DoubleSupplier chance) {
    return pause.plusNanos((long) (pause.toNanos() * SPREAD * chance.getAsDouble()));
  }
}
