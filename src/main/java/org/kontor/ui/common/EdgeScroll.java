package org.kontor.ui.common;

import javafx.animation.AnimationTimer;

/** Scrolls a list while something is dragged near its upper or lower edge. */
final class EdgeScroll extends AnimationTimer {
  private static final double EDGE = 28;
  private static final double FASTEST = 14;

  private final RowsView<?> list;
  private double step;

  EdgeScroll(RowsView<?> list) {
    this.list = list;
  }

  /**
   * @param y of the pointer within the list, px
   */
  void pointerAt(double y) {
    double height = list.getHeight();
    double into = y < EDGE ? y - EDGE : Math.max(0, y - (height - EDGE));
    step = FASTEST * Math.clamp(into / EDGE, -1, 1);
    if (step == 0) {
      stop();
    } else {
      start();
    }
  }

  @Override
  public void handle(long now) {
    list.scrollBy(step);
  }
}
