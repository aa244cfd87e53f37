package org.kontor.local.demo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Photos of a building site, as far as code can take them: sky, a shell with windows, ground. */
public final class Photo {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 427;
  private static final int STOREY = 52;
  private static final int AXIS = 64;

  private Photo() {}

  /** The same picture for the same seed. */
  public static byte[] jpeg(long seed) throws IOException {
    Random random = new Random(seed);
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    int horizon = 300 + random.nextInt(60);
    int left = 60 + random.nextInt(120);
    int right = left + AXIS * (4 + random.nextInt(3));
    int top = 60 + random.nextInt(90);
    int wall = 0x60 + random.nextInt(0x60);
    int[] pixels = new int[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int noise = random.nextInt(9) - 4;
        int color;
        if (x >= left && x < right && y >= top && y < horizon + 20) {
          boolean window = (x - left) % AXIS > 18 && (y - top) % STOREY > 16;
          color = window ? rgb(40, 48, 60, noise) : rgb(wall + 20, wall + 10, wall, noise);
        } else if (y < horizon) {
          int light = 120 * y / horizon;
          color = rgb(110 + light, 150 + light * 2 / 3, 215, noise);
        } else {
          int depth = (y - horizon) / 3;
          color = rgb(130 - depth, 104 - depth, 70 - depth / 2, noise * 3);
        }
        pixels[y * WIDTH + x] = color;
      }
    }
    image.setRGB(0, 0, WIDTH, HEIGHT, pixels, 0, WIDTH);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "jpg", out);
    }
    return bytes.toByteArray();
  }

  private static int rgb(int red, int green, int blue, int noise) {
    return clamp(red + noise) << 16 | clamp(green + noise) << 8 | clamp(blue + noise);
  }

  private static int clamp(int value) {
    return Math.clamp(value, 0, 255);
  }
}
