package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.outbox.AttachOptions;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerLimits;
import org.kontor.settings.ServerLimits.Point;
import org.kontor.settings.ServerProfile;

final class CapsTest {

  @Test
  void whatTheAdministratorSaysHoldsAndTheRestIsAsUsual() {
    assertEquals(AttachOptions.USUAL, Caps.of(profile(Map.of())));
    assertEquals(
        new AttachOptions(Duration.ofSeconds(30), 2, 2, 50, 4L << 20),
        Caps.of(profile(Map.of(Point.PARALLEL, 2L, Point.SETTLE_SECONDS, 30L))));
    assertEquals(
        new AttachOptions(Duration.ofSeconds(10), 4, 1, 7, 1000),
        Caps.of(
            profile(Map.of(Point.LARGE_AT_ONCE, 1L, Point.BATCH, 7L, Point.BATCH_BYTES, 1000L))));
  }

  @Test
  void theArchiveOfThisComputerSettlesSoon() {
    assertEquals(Duration.ofSeconds(2), Caps.of(Optional.empty()).settle());
  }

  private static Optional<ServerProfile> profile(Map<Point, Long> limits) {
    return Optional.of(
        new ServerProfile(
            "a",
            URI.create("https://a.example"),
            "u",
            ServerKind.ENAIO,
            Optional.empty(),
            Map.of(),
            new ServerLimits(limits)));
  }
}
