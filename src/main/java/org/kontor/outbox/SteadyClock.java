package org.kontor.outbox;

import java.time.Instant;
import java.time.InstantSource;

/** The computer's time when it was made, going on evenly however the computer's clock is set. */
final class SteadyClock implements InstantSource {
  private final Instant start = Instant.now();
  private final long origin = System.nanoTime();

  @Override
  public Instant instant() {
    return start.plusNanos(System.nanoTime() - origin);
  }
}
