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
 * @param together how many may be in a request with it: fewer after one with it was refused
 * @param request number of the call about it that is under way; 0 for none
 * @param shelfEnd how many stood on its shelf when it was sent, a hint for where to look; 0 for
 *     unknown
 */
record Pace(
    Instant notBefore,
    Instant since,
    int negatives,
    int failures,
    int together,
    long request,
    int shelfEnd) {

  private static final int ALONE = 1;

  static Pace at(Instant now) {
    return new Pace(now, now, 0, 0, ALONE, 0, 0);
  }

  /** May go with others again, that many in all. */
  Pace together(int most) {
    return new Pace(
        notBefore, since, negatives, failures, Math.max(ALONE, most), request, shelfEnd);
  }

  /** Stands behind so many on its shelf, as far as that is known. */
  Pace behind(int others) {
    return new Pace(notBefore, since, negatives, failures, together, request, others);
  }

  boolean busy() {
    return request != 0;
  }

  Pace working(long number) {
    return new Pace(notBefore, since, negatives, failures, together, number, shelfEnd);
  }

  Pace idle() {
    return new Pace(notBefore, since, negatives, failures, together, 0, shelfEnd);
  }

  Pace dueAt(Instant time) {
    return new Pace(time, since, negatives, failures, together, 0, shelfEnd);
  }

  Pace failed(Instant now) {
    return new Pace(
        now.plus(Backoff.after(failures + 1)),
        since,
        negatives,
        failures + 1,
        together,
        0,
        shelfEnd);
  }

  /** Looked for and not seen, by a look that began at the given time. */
  Pace missed(Instant began, Duration settle, Instant now) {
    Instant settled = since.plus(settle);
    if (began.isBefore(settled)) {
      return new Pace(settled, since, 0, 0, together, 0, shelfEnd);
    }
    return new Pace(now.plus(settle.dividedBy(2)), since, negatives + 1, 0, together, 0, shelfEnd);
  }
}
