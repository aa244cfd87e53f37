package org.kontor.dms;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UsualLimitTest {
  /** What programs and frameworks are known to cut lists at. */
  @ParameterizedTest
  @ValueSource(
      ints = {
        10, 15, 20, 25, 30, 50, 64, 75, 100, 128, 150, 200, 250, 256, 300, 500, 512, 1_000, 1_024,
        1_500, 2_000, 2_500, 4_096, 5_000, 10_000, 25_000, 65_536, 100_000, 1_000_000
      })
  void roundNumbersAreLimits(int entries) {
    assertTrue(UsualLimit.is(entries));
    assertFalse(UsualLimit.is(entries - 1) && entries != 16);
    assertFalse(UsualLimit.is(entries + 1) && entries != 15);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, 20, 50, 64, 99, 101, 999})
  void fewAndOddLeaveNoDoubt(int entries) {
    assertFalse(UsualLimit.leavesDoubt(entries));
    assertTrue(UsualLimit.leavesDoubt(100));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 8, 9, 11, 35, 70, 90, 105, 110, 999, 1_001, 1_250, 12_345})
  void othersAreNot(int entries) {
    assertFalse(UsualLimit.is(entries));
  }
}
