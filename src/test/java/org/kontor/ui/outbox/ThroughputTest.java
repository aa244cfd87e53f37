package org.kontor.ui.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kontor.outbox.EntryState;

final class ThroughputTest {
  private final Throughput throughput = new Throughput();

  @Test
  void bytesOfTheLastSecondsAreCounted() {
    measure(0, 0);
    assertEquals(1_000, measure(1_000, 1));
    assertEquals(1_500, measure(3_000, 2));
  }

  @Test
  void whatLiesLongAgoIsForgotten() {
    measure(0, 0);
    measure(9_000_000, 1);
    measure(9_000_000, 10);
    assertEquals(100, measure(9_000_200, 12));
  }

  @Test
  void anAttemptThatBeginsAgainIsNotNegative() {
    measure(5_000, 0);
    assertEquals(0, measure(0, 1));
  }

  private long measure(long sent, long second) {
    return throughput.measure(
        List.of(Entries.upload(1, 1, EntryState.SENDING, 10_000_000, sent)),
        TimeUnit.SECONDS.toNanos(second));
  }
}
