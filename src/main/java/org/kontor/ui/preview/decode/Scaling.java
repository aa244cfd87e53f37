package org.kontor.ui.preview.decode;

import java.util.Arrays;

/**
 * Makes a picture smaller by averaging: every source pixel goes into the result with the part of
 * its area that falls there, so thin strokes of a scan stay readable.
 */
final class Scaling {
  private static final int OPAQUE = 0xff000000;

  /** For each source index the first cell it falls into, and which part of it. */
  private final int[] cells;

  private final float[] parts;

  private Scaling(int source, int target) {
    cells = new int[source];
    parts = new float[source];
    for (int i = 0; i < source; i++) {
      long start = (long) i * target;
      int cell = (int) (start / source);
      long beyond = start + target - (cell + 1L) * source;
      cells[i] = cell;
      parts[i] = beyond <= 0 ? 1 : 1 - (float) beyond / target;
    }
  }

  /**
   * The source at the target's size, which is at most its own in both directions. One pass, one row
   * of the source at a time.
   */
  static Pixels shrink(
      PixelRows source, int width, int height, int targetWidth, int targetHeight, StopSign stop) {
    Scaling across = new Scaling(width, targetWidth);
    Scaling down = new Scaling(height, targetHeight);
    float area = (float) ((double) width / targetWidth * ((double) height / targetHeight));
    int[] result = new int[targetWidth * targetHeight];
    int[] row = new int[width];
    float[] line = new float[3 * (targetWidth + 1)];
    float[] sums = new float[line.length];
    for (int y = 0; y < height; y++) {
      stop.check();
      source.read(y, row);
      Arrays.fill(line, 0);
      across.add(row, line);
      int cell = down.cells[y];
      float part = down.parts[y];
      addScaled(line, part, sums);
      if (part < 1 || y == height - 1 || down.cells[y + 1] != cell) {
        write(sums, area, result, cell * targetWidth, targetWidth);
        Arrays.fill(sums, 0);
        addScaled(line, 1 - part, sums);
      }
    }
    return new Pixels(targetWidth, targetHeight, result);
  }

  private void add(int[] row, float[] line) {
    for (int x = 0; x < row.length; x++) {
      int colour = row[x];
      float red = colour >> 16 & 0xff;
      float green = colour >> 8 & 0xff;
      float blue = colour & 0xff;
      float part = parts[x];
      int at = cells[x] * 3;
      line[at] += red * part;
      line[at + 1] += green * part;
      line[at + 2] += blue * part;
      if (part < 1) {
        float rest = 1 - part;
        line[at + 3] += red * rest;
        line[at + 4] += green * rest;
        line[at + 5] += blue * rest;
      }
    }
  }

  private static void addScaled(float[] line, float factor, float[] sums) {
    if (factor > 0) {
      for (int i = 0; i < line.length; i++) {
        sums[i] += line[i] * factor;
      }
    }
  }

  private static void write(float[] sums, float area, int[] result, int start, int count) {
    float scale = 1 / area;
    for (int x = 0; x < count; x++) {
      int red = (int) Math.min(255, sums[x * 3] * scale + 0.5f);
      int green = (int) Math.min(255, sums[x * 3 + 1] * scale + 0.5f);
      int blue = (int) Math.min(255, sums[x * 3 + 2] * scale + 0.5f);
      result[start + x] = OPAQUE | red << 16 | green << 8 | blue;
    }
  }
}
