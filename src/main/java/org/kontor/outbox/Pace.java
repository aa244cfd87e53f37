package org.kontor.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * When an entry's turn is. Kept for this run of the program only: after a start everything is due
 * at once, and every doubt settles anew.
 *
 * @param notBefore nothing is done about the entry earlier
 * @param since when the attempt ended, or the reading back began: settling counts from here
 * @param negatives how often it was not found after the settle time
 * @param failures calls in a row that told nothing
 * @param request number of the call about it that is under way; 0 for none
 */
record Pace(Instant notBefore, Instant since, int negatives, int failures, long request) {

  static Pace at(Instant now) {
    return new Pace(now, now, 0, 0, 0);
  }

  boolean busy() {
    return request != 0;
  }

  Pace working(long number) {
    return new Pace(notBefore, since, negatives, failures, number);
  }

  Pace idle() {
    return new Pace(notBefore, since, negatives, failures, 0);
  }

  Pace dueAt(Instant time) {
    return new Pace(time, since, negatives, failures, 0);
  }

  Pace failed(Instant now) {
    return new Pace(now.plus(Backoff.after(failures + 1)), since, negatives, failures + 1, 0);
  }

  /** Looked for and not seen, by a look that began at the given time. */
  Pace missed(Instant began, Duration settle, Instant now) {
    Instant settled = since.plus(settle);
    if (began.isBefore(settled)) {
      return new Pace(settled, since, 0, 0, 0);
    }
    return new Pace(now.plus(settle.dividedBy(2)), since, negatives + 1, 0, 0);
  }
}
