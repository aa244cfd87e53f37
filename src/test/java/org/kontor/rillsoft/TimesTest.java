package org.kontor.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of a point in time that a server may choose (reference G15). */
final class TimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-04T09:15:00+01:00",
        "2026-03-04T08:15:00Z",
        "2026-03-04T09:15:00+0100",
        "2026-03-04 09:15:00+01:00",
        "2026-03-04T09:15:00.000+0100",
        "2026-03-04T09:15:00.000000+01:00",
        " 2026-03-04T09:15+01:00 "
      })
  void withAZone(String text) {
    assertEquals(Optional.of(Instant.parse("2026-03-04T08:15:00Z")), Times.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-04T09:15:00",
        "2026-03-04 09:15:00",
        "2026-03-04 09:15:00.000000",
        "04.03.2026 09:15",
        "04.03.2026 09:15:00"
      })
  void withoutAZoneThatOfThisComputerIsMeant(String text) {
    Instant here = LocalDateTime.of(2026, 3, 4, 9, 15).atZone(ZoneId.systemDefault()).toInstant();
    assertEquals(Optional.of(here), Times.of(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-13-04T09:15:00Z", "{}"})
  void whatIsNoneIsLeftOut(String text) {
    assertEquals(Optional.empty(), Times.of(text));
  }
}
