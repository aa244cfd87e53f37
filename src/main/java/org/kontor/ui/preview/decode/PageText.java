package org.kontor.ui.preview.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The text of one page, and where on the page each of its characters stands. */
public final class PageText {
  /** Of a picture. */
  static final PageText NONE = new PageText("", new float[0], true);

  private static final int EDGES = 4;

  private final String text;
  private final float[] edges;
  private final boolean complete;

  private PageText(String text, float[] edges, boolean complete) {
    this.text = text;
    this.edges = edges;
    this.complete = complete;
  }

  /**
   * A part of a page as it is shown upright, in parts of its width and height.
   *
   * @param x of its left edge, from 0 at the page's
   * @param y of its upper edge, likewise
   */
  public record Box(double x, double y, double width, double height) {
    /** Where it is when the page is turned clockwise. */
    public Box turned(int quarters) {
      return switch (quarters) {
        case 1 -> new Box(1 - y - height, x, height, width);
        case 2 -> new Box(1 - x - width, 1 - y - height, width, height);
        case 3 -> new Box(y, 1 - x - width, height, width);
        default -> this;
      };
    }
  }

  /** Text that stands nowhere on a page, as that of an e-mail. */
  public static PageText of(String text) {
    return new PageText(text, new float[0], true);
  }

  public String text() {
    return text;
  }

  /** False where a part of the page could not be read, or was too much. */
  public boolean isComplete() {
    return complete;
  }

  /**
   * Where a part of the text stands: one box for each of its lines.
   *
   * @param start of the part, in characters
   * @param end after its last character
   */
  public List<Box> boxes(int start, int end) {
    List<Box> boxes = new ArrayList<>();
    Area line = new Area();
    for (int at = start; at < Math.min(end, edges.length / EDGES); at++) {
      if (text.charAt(at) == '\n') {
        line.addTo(boxes);
        line = new Area();
      } else {
        line.cover(edges, at * EDGES);
      }
    }
    line.addTo(boxes);
    return boxes;
  }

  /** The smallest box around others. */
  private static final class Area {
    private float left = Float.POSITIVE_INFINITY;
    private float top = Float.POSITIVE_INFINITY;
    private float right = Float.NEGATIVE_INFINITY;
    private float bottom = Float.NEGATIVE_INFINITY;

    void cover(float[] edges, int at) {
      if (!Float.isNaN(edges[at])) {
        left = Math.min(left, edges[at]);
        top = Math.min(top, edges[at + 1]);
        right = Math.max(right, edges[at + 2]);
        bottom = Math.max(bottom, edges[at + 3]);
      }
    }

    void addTo(List<Box> boxes) {
      if (left <= right && top <= bottom) {
        boxes.add(new Box(left, top, right - left, bottom - top));
      }
    }
  }

  /** Collects a page's text, up to an amount. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final int most;
    private float[] edges = new float[1 << 10];
    private boolean complete = true;

    /**
     * @param most characters of a page
     */
    Builder(int most) {
      this.most = most;
    }

    /** What stands between words or lines, and nowhere itself. */
    void gap(char separator) {
      add(String.valueOf(separator), Float.NaN, Float.NaN, Float.NaN, Float.NaN);
    }

    /** Characters with the edges of the box that they share, in parts of the page. */
    void add(String characters, float left, float top, float right, float bottom) {
      int from = text.length() * EDGES;
      int length = Math.min(characters.length(), most - text.length());
      if (length < characters.length()) {
        complete = false;
      }
      text.append(characters, 0, length);
      int to = text.length() * EDGES;
      if (to > edges.length) {
        edges = Arrays.copyOf(edges, Math.max(to, 2 * edges.length));
      }
      for (int at = from; at < to; at += EDGES) {
        edges[at] = left;
        edges[at + 1] = top;
        edges[at + 2] = right;
        edges[at + 3] = bottom;
      }
    }

    /** Some of the page could not be read. */
    void miss() {
      complete = false;
    }

    PageText build() {
      return new PageText(text.toString(), Arrays.copyOf(edges, text.length() * EDGES), complete);
    }
  }
}
