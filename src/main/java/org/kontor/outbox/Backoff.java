package org.kontor.outbox;

import java.time.Duration;

/** How long to wait after failures in a row: doubling from one second to one minute. */
final class Backoff {
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final int DOUBLINGS = 6;

  private Backoff() {}

  /**
   * @param failures from 1
   */
  static Duration after(int failures) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(failures - 1, DOUBLINGS));
    return doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
  }
}
