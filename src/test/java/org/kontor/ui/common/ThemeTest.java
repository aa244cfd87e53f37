package org.kontor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What needs no window: the steps of the font, and how a system says that it wants contrast. */
final class ThemeTest {
  @Test
  void theFontGrowsAndShrinksInStepsAndIsKept() {
    FontSize size = new FontSize(100);
    List<Integer> kept = new ArrayList<>();
    size.onChoice(kept::add);
    for (int press = 0; press < 9; press++) {
      size.larger();
    }
    size.smaller();
    size.reset();
    size.reset();
    size.smaller();
    assertEquals(List.of(110, 125, 150, 175, 200, 175, 100, 90), kept);
  }

  @Test
  void aSettingOutOfRangeBecomesTheNearest() {
    assertEquals(200, new FontSize(1000).percentProperty().get());
    assertEquals(80, new FontSize(-3).percentProperty().get());
  }

  @Test
  void theSystemsWishForContrastIsUnderstood() {
    assertTrue(Theme.wantsHighContrast(Map.of("Windows.SPI.HighContrast", true)));
    assertTrue(Theme.wantsHighContrast(Map.of("GTK.theme_name", "HighContrastInverse")));
    assertFalse(Theme.wantsHighContrast(Map.of("Windows.SPI.HighContrast", false)));
    assertFalse(Theme.wantsHighContrast(Map.of("GTK.theme_name", "Adwaita")));
    assertFalse(Theme.wantsHighContrast(Map.of()));
  }
}
