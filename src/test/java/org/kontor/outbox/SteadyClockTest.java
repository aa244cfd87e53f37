package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Somebody sets the computer's clock: nothing waits longer or shorter for it. */
final class SteadyClockTest {
  private static final Instant NOON = Instant.parse("2026-11-12T12:00:00Z");
  private Instant computer = NOON;
  private long nanos = 7_000_000_000L;

  @Test
  void aClockSetBackOrAheadChangesNothing() {
    SteadyClock clock = new SteadyClock(() -> computer, () -> nanos);
    computer = NOON.minusSeconds(86_400);
    nanos += 2_000_000_000L;
    assertEquals(NOON.plusSeconds(2), clock.instant());
    computer = NOON.plusSeconds(864_000);
    nanos += 1;
    assertEquals(NOON.plusSeconds(2).plusNanos(1), clock.instant());
  }
}
