package org.kontor.ui.preview.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class OrientationTest {
  /**
   * <pre>
   * 1 2 3
   * 4 5 6
   * </pre>
   */
  private static final Pixels UPRIGHT = new Pixels(3, 2, new int[] {1, 2, 3, 4, 5, 6});

  @Test
  void quarterTurnsGoClockwise() {
    assertArrayEquals(new int[] {4, 1, 5, 2, 6, 3}, Orientation.turned(UPRIGHT, 1).argb());
    assertArrayEquals(new int[] {6, 5, 4, 3, 2, 1}, Orientation.turned(UPRIGHT, 2).argb());
    assertArrayEquals(new int[] {3, 6, 2, 5, 1, 4}, Orientation.turned(UPRIGHT, 3).argb());
    assertEquals(2, Orientation.turned(UPRIGHT, 1).width());
  }

  /** The table of TIFF 6.0, tag 274: where the stored rows and columns belong. */
  @Test
  void storedPicturesBecomeUpright() {
    int[][] stored = {
      {1, 2, 3, 4, 5, 6},
      {3, 2, 1, 6, 5, 4},
      {6, 5, 4, 3, 2, 1},
      {4, 5, 6, 1, 2, 3},
      {1, 4, 2, 5, 3, 6},
      {3, 6, 2, 5, 1, 4},
      {6, 3, 5, 2, 4, 1},
      {4, 1, 5, 2, 6, 3},
    };
    for (int orientation = 1; orientation <= 8; orientation++) {
      boolean sideways = Orientation.isSideways(orientation);
      Pixels pixels = new Pixels(sideways ? 2 : 3, sideways ? 3 : 2, stored[orientation - 1]);
      Pixels upright = Orientation.upright(pixels, orientation);
      assertArrayEquals(UPRIGHT.argb(), upright.argb(), "orientation " + orientation);
      assertEquals(3, upright.width());
    }
  }
}
