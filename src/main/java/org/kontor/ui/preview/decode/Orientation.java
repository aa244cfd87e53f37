package org.kontor.ui.preview.decode;

/** Turns and mirrors pictures. */
final class Orientation {
  private Orientation() {}

  /** Whether an orientation of TIFF or Exif (1 to 8) swaps width and height. */
  static boolean isSideways(int orientation) {
    return orientation >= 5 && orientation <= 8;
  }

  /** The picture upright, from how TIFF 6.0 says it was stored; unknown values change nothing. */
  static Pixels upright(Pixels stored, int orientation) {
    return switch (orientation) {
      case 2 -> mirrored(stored);
      case 3 -> turned(stored, 2);
      case 4 -> mirrored(turned(stored, 2));
      case 5 -> mirrored(turned(stored, 1));
      case 6 -> turned(stored, 1);
      case 7 -> mirrored(turned(stored, 3));
      case 8 -> turned(stored, 3);
      default -> stored;
    };
  }

  /** Clockwise. */
  static Pixels turned(Pixels pixels, int quarters) {
    return switch (quarters) {
      case 1 -> reversed(anticlockwise(pixels));
      case 2 -> reversed(pixels);
      case 3 -> anticlockwise(pixels);
      default -> pixels;
    };
  }

  private static Pixels reversed(Pixels pixels) {
    int[] from = pixels.argb();
    int[] to = new int[from.length];
    for (int i = 0; i < from.length; i++) {
      to[from.length - 1 - i] = from[i];
    }
    return new Pixels(pixels.width(), pixels.height(), to);
  }

  private static Pixels anticlockwise(Pixels pixels) {
    int width = pixels.width();
    int height = pixels.height();
    int[] from = pixels.argb();
    int[] to = new int[from.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to[(width - 1 - x) * height + y] = from[y * width + x];
      }
    }
    return new Pixels(/* width= */ height, /* height= */ width, to);
  }

  private static Pixels mirrored(Pixels pixels) {
    int width = pixels.width();
    int[] from = pixels.argb();
    int[] to = new int[from.length];
    for (int i = 0; i < from.length; i++) {
      int column = i % width;
      to[i - column + width - 1 - column] = from[i];
    }
    return new Pixels(width, pixels.height(), to);
  }
}
