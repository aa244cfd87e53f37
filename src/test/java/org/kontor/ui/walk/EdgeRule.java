package org.kontor.ui.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/**
 * Where one can type or tick is seen also while nothing is there: its edge or its ground stands out
 * 3:1 from what is around it (WCAG 2.2, 1.4.11). What shows a text that can only be read or chosen
 * from is told by that text, and disabled controls are exempt.
 */
final class EdgeRule {
  private static final double LEAST = 3;
  private static final int ACROSS = 4;

  private EdgeRule() {}

  static List<Finding> check(Scene scene, Image picture) {
    List<Finding> findings = new ArrayList<>();
    for (Node node : Nodes.shown(scene)) {
      input(node)
          .filter(part -> !node.isDisabled() && isWhole(part))
          .map(part -> best(picture, Nodes.seen(part)))
          .filter(best -> best < LEAST)
          .ifPresent(
              best ->
                  findings.add(
                      new Finding(
                          Finding.Rule.CONTRAST,
                          Nodes.describe(node),
                          String.format(
                              Locale.ROOT, "its edge is %.2f:1, less than %.1f:1", best, LEAST))));
    }
    return findings;
  }

  /** What has the edge. */
  private static Optional<Node> input(Node node) {
    return switch (node) {
      case TextInputControl text
          when text.isEditable()
              && !(text.getParent() instanceof ComboBoxBase<?>)
              && !Nodes.inCell(text) ->
          Optional.of(text);
      case CheckBox box -> Optional.ofNullable(box.lookup(".box"));
      case RadioButton radio -> Optional.ofNullable(radio.lookup(".radio"));
      default -> Optional.empty();
    };
  }

  /** Neither scrolled away in part nor under what was just said. */
  private static boolean isWhole(Node part) {
    Bounds seen = Nodes.seen(part);
    boolean covered =
        part.getScene().getRoot().lookupAll(".notification").stream()
            .anyMatch(notice -> Nodes.seen(notice).intersects(seen));
    return !covered
        && seen.getHeight() >= part.getLayoutBounds().getHeight() - 1
        && seen.getWidth() >= part.getLayoutBounds().getWidth() - 1;
  }

  /** The strongest contrast to the surroundings, on a line across the left edge. */
  private static double best(Image picture, Bounds edge) {
    int y = (int) ((edge.getMinY() + edge.getMaxY()) / 2);
    int left = (int) edge.getMinX();
    int from = Math.max(0, left - ACROSS);
    Color around = picture.getPixelReader().getColor(from, y);
    double best = 1;
    for (int x = from; x <= left + ACROSS && x < picture.getWidth(); x++) {
      best = Math.max(best, Colors.contrast(around, picture.getPixelReader().getColor(x, y)));
    }
    return best;
  }
}
