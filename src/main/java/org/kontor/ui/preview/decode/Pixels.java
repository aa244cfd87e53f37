package org.kontor.ui.preview.decode;

/**
 * A picture, free of any toolkit.
 *
 * @param argb premultiplied, row by row from the top; opaque throughout; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels are handed over, never compared.
public record Pixels(int width, int height, int[] argb) {
  public Pixels {
    if (width < 1 || height < 1 || argb.length != width * height) {
      throw new IllegalArgumentException(width + " x " + height + ": " + argb.length);
    }
  }
}
