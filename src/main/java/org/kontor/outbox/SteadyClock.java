package org.kontor.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** The computer's time when it was made, going on evenly however the computer's clock is set. */
final class SteadyClock implements InstantSource {
  private final LongSupplier nanos;
  private final Instant start;
  private final long origin;

  SteadyClock() {
    this(InstantSource.system(), System::nanoTime);
  }

  /**
   * @param computer asked once
   * @param nanos only goes forward
   */
  SteadyClock(InstantSource computer, LongSupplier nanos) {
    this.nanos = nanos;
    start = computer.instant();
    origin = nanos.getAsLong();
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanos.getAsLong() - origin);
  }
}
