package org.kontor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormatsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-12T11:00:00Z"), BERLIN);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0 B",
        "999|999 B",
        "1000|1 kB",
        "1440000|1.4 MB",
        "42000000|42 MB",
        "314572800|315 MB",
        "2147483648|2.1 GB"
      })
  void sizesUseTheLargestUnitThatFits(long bytes, String expected) {
    assertEquals(expected, new Formats(Locale.UK, NOON).size(bytes).replace('\u00a0', ' '));
  }

  @Test
  void sizesUseTheCommaInGerman() {
    assertEquals("1,4\u00a0MB", new Formats(Locale.GERMANY, NOON).size(1_440_000));
  }

  @Test
  void todayIsShownByItsTime() {
    assertEquals(
        "09:14", new Formats(Locale.GERMANY, NOON).moment(Instant.parse("2026-11-12T08:14:00Z")));
  }

  @Test
  void otherDaysAreShownByTheirDate() {
    assertEquals(
        "11.11.26",
        new Formats(Locale.GERMANY, NOON).moment(Instant.parse("2026-11-11T08:14:00Z")));
  }

  @Test
  void thousandsAreGrouped() {
    assertEquals("12.345", new Formats(Locale.GERMANY, NOON).count(12_345));
  }
}
