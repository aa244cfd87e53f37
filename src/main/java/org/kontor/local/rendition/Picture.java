package org.kontor.local.rendition;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads images no larger than needed. */
final class Picture {
  private static final int OVERSAMPLED = 2;

  private Picture() {}

  /** The first page, scaled to at most this size; empty for an unknown format. */
  static Optional<BufferedImage> first(InputStream in, int size) throws IOException {
    try (ImageInputStream stream = ImageIO.createImageInputStream(in)) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream);
        int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, longest / (size * OVERSAMPLED));
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(scaled(reader.read(0, parameters), size));
      } finally {
        reader.dispose();
      }
    }
  }

  private static BufferedImage scaled(BufferedImage image, int size) {
    double factor = Math.min(1, (double) size / Math.max(image.getWidth(), image.getHeight()));
    int width = (int) Math.max(1, Math.round(image.getWidth() * factor));
    int height = (int) Math.max(1, Math.round(image.getHeight() * factor));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        small.setRGB(x, y, average(image, x, y, width, height));
      }
    }
    return small;
  }

  /** The mean of the pixels that a pixel of the small image stands for. */
  private static int average(BufferedImage image, int x, int y, int width, int height) {
    int left = (int) ((long) x * image.getWidth() / width);
    int top = (int) ((long) y * image.getHeight() / height);
    int right = Math.max(left + 1, (int) ((x + 1L) * image.getWidth() / width));
    int bottom = Math.max(top + 1, (int) ((y + 1L) * image.getHeight() / height));
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int row = top; row < bottom; row++) {
      for (int column = left; column < right; column++) {
        int pixel = image.getRGB(column, row);
        red += pixel >> 16 & 0xff;
        green += pixel >> 8 & 0xff;
        blue += pixel & 0xff;
      }
    }
    long pixels = (long) (right - left) * (bottom - top);
    return (int) (((red / pixels) << 16) | ((green / pixels) << 8) | (blue / pixels));
  }
}
