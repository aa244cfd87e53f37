package org.kontor.ui.preview.decode;

/**
 * How large a page is wanted.
 *
 * @param width of the pane, in logical pixels
 * @param zoom relative to the pane's width: 1 fills it
 * @param screenScale device pixels for each logical one
 * @param quarterTurns clockwise, 0 to 3
 */
public record PageFit(double width, double zoom, double screenScale, int quarterTurns) {
  /** What one page may cost: 64 MiB. Beyond that the window enlarges a coarser picture. */
  private static final double MOST_PIXELS = 16_000_000;

  private static final int LONGEST_SIDE = 16_384;

  public PageFit {
    if (!(width > 0) || !(zoom > 0) || !(screenScale > 0) || quarterTurns < 0 || quarterTurns > 3) {
      throw new IllegalArgumentException("no such fit");
    }
  }

  boolean isSideways() {
    return quarterTurns % 2 == 1;
  }

  /**
   * Device pixels across for a page of this shape, at least 1.
   *
   * @param widest what the page must not exceed at zoom 1, in logical pixels
   * @param shape the page's height divided by its width, as it will be shown
   */
  int pixelsAcross(double widest, double shape) {
    double wanted = Math.min(width, widest) * zoom * screenScale;
    double affordable = Math.min(Math.sqrt(MOST_PIXELS / shape), LONGEST_SIDE / shape);
    return (int) Math.max(1, Math.min(Math.min(wanted, affordable), LONGEST_SIDE));
  }
}
