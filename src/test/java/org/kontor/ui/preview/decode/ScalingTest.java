package org.kontor.ui.preview.decode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ScalingTest {

  @Test
  void sameSizeChangesNothing() {
    Random random = new Random(1);
    int[] picture = random.ints(13L * 7, 0, 1 << 24).toArray();
    Pixels same = shrink(picture, 13, 7, 13, 7);
    assertArrayEquals(Arrays.stream(picture).map(c -> c | 0xff000000).toArray(), same.argb());
  }

  @Test
  void meanBrightnessStaysAtAnyRatio() {
    Random random = new Random(2);
    for (int round = 0; round < 200; round++) {
      int width = 1 + random.nextInt(60);
      int height = 1 + random.nextInt(60);
      int[] picture = random.ints((long) width * height, 0, 2).map(bit -> bit * 0xffffff).toArray();
      Pixels small =
          shrink(picture, width, height, 1 + random.nextInt(width), 1 + random.nextInt(height));
      assertEquals(mean(picture), mean(small.argb()), 1, "round " + round);
    }
  }

  @Test
  void everyResultPixelIsTheMeanOfItsArea() {
    int[] fiveToTwo = {0, 0xff, 0, 0xff, 0xff};
    // 2.5 source pixels each: (0 + 255 + 0) / 2.5 and (0 + 255 + 255) / 2.5.
    assertArrayEquals(
        new int[] {0xff000000 | 102, 0xff000000 | 204}, shrink(fiveToTwo, 5, 1, 2, 1).argb());
    assertArrayEquals(
        new int[] {0xff000000 | 102, 0xff000000 | 204}, shrink(fiveToTwo, 1, 5, 1, 2).argb());
  }

  private static Pixels shrink(int[] picture, int width, int height, int toWidth, int toHeight) {
    PixelRows rows = (y, row) -> System.arraycopy(picture, y * width, row, 0, width);
    return Scaling.shrink(rows, width, height, toWidth, toHeight, new StopSign());
  }

  private static double mean(int[] pixels) {
    return Arrays.stream(pixels).map(colour -> colour & 0xff).average().orElseThrow();
  }
}
