package org.kontor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long is waited before work is done again. */
final class SparingTest {
  private static final Duration LEAST = Duration.ofMillis(100);

  private final List<Duration> pauses = new ArrayList<>();
  private final Sparing sparing =
      new Sparing(
          LEAST,
          pause -> {
            pauses.add(pause);
            return Runnable::run;
          });

  @Test
  void quickWorkIsDoneAfterTheLeastPause() {
    sparing.later(() -> {});
    sparing.took(1_000_000);
    sparing.later(() -> {});
    assertEquals(List.of(LEAST, LEAST), pauses);
  }

  @Test
  void workOfTenMillisecondsWaitsFiftyTimesAsLong() {
    sparing.took(10_000_000);
    sparing.later(() -> {});
    assertEquals(List.of(Duration.ofMillis(500)), pauses);
  }

  @Test
  void noPauseIsLongerThanTwoSeconds() {
    sparing.took(60_000_000_000L);
    sparing.later(() -> {});
    sparing.took(-1);
    sparing.later(() -> {});
    assertEquals(List.of(Duration.ofSeconds(2), LEAST), pauses);
  }
}
