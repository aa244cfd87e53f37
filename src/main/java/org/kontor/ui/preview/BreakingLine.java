package org.kontor.ui.preview;

import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/**
 * Controls on one line, which is broken where there is no room. It wants to be as wide as the one
 * line; a plain flow would want a fixed width, whatever is in it.
 */
final class BreakingLine extends FlowPane {
  /**
   * @param gap between them, in pixels
   */
  BreakingLine(double gap, Node... controls) {
    super(gap, gap, controls);
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = snappedLeftInset() + snappedRightInset();
    double gap = 0;
    for (Node control : getManagedChildren()) {
      width += gap + snapSizeX(control.prefWidth(-1));
      gap = snapSpaceX(getHgap());
    }
    return width;
  }
}
