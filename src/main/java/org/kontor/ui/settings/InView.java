package org.kontor.ui.settings;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/** Scrolls to what shall be seen. */
final class InView {
  private InView() {}

  /**
   * Does nothing where all of it is seen already.
   *
   * @param node somewhere in what the pane scrolls
   */
  static void show(ScrollPane pane, Node node) {
    if (!(pane.getContent() instanceof Parent content)) {
      return;
    }
    // What was opened in this pulse has no place yet.
    pane.applyCss();
    pane.layout();
    Bounds at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double seen = pane.getViewportBounds().getHeight();
    double room = content.getLayoutBounds().getHeight() - seen;
    double from = pane.getVvalue() * room;
    if (room > 0 && (at.getMinY() < from || at.getMaxY() > from + seen)) {
      double middle = at.getCenterY() - seen / 2;
      pane.setVvalue(Math.clamp(Math.min(middle, at.getMinY()) / room, 0, 1));
    }
  }
}
