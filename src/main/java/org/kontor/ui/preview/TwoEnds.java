package org.kontor.ui.preview;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * Two parts at the ends of a line; where there is not enough room, one below the other, of which
 * the lower may take several lines.
 */
final class TwoEnds extends Pane {
  private final double gap;
  private final Region left;
  private final Region right;

  /**
   * @param gap between them at least, in pixels
   */
  TwoEnds(double gap, Region left, Region right) {
    this.gap = gap;
    this.left = left;
    this.right = right;
    getChildren().setAll(left, right);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computeMinWidth(double height) {
    Region wider = left.prefWidth(-1) > right.prefWidth(-1) ? left : right;
    return snappedLeftInset() + wider.minWidth(-1) + snappedRightInset();
  }

  @Override
  protected double computePrefWidth(double height) {
    double both = left.prefWidth(-1) + gap + right.prefWidth(-1);
    return snappedLeftInset() + both + snappedRightInset();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    boolean one = width < 0 || isOneLine(width);
    double first = left.prefHeight(-1);
    double second = right.prefHeight(one ? -1 : room(width));
    double both = one ? Math.max(first, second) : first + gap + second;
    return snappedTopInset() + both + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    double room = room(getWidth());
    double first = Math.min(left.prefWidth(-1), room);
    double second = Math.min(right.prefWidth(-1), room);
    double x = snappedLeftInset();
    double y = snappedTopInset();
    if (isOneLine(getWidth())) {
      double height = getHeight() - y - snappedBottomInset();
      left.resizeRelocate(x, y, first, height);
      right.resizeRelocate(x + room - second, y, second, height);
    } else {
      left.resizeRelocate(x, y, first, left.prefHeight(-1));
      right.resizeRelocate(x, y + left.getHeight() + gap, second, right.prefHeight(room));
    }
  }

  private double room(double width) {
    return width - snappedLeftInset() - snappedRightInset();
  }

  private boolean isOneLine(double width) {
    return computePrefWidth(-1) <= width;
  }
}
