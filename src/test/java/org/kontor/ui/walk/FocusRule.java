package org.kontor.ui.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Who has the focus can be seen: a picture with it differs from one without by 3:1 in at least as
 * many points as one of the longer sides has (WCAG 2.2, 2.4.7 and 2.4.13).
 */
final class FocusRule {
  private static final double LEAST = 3;
  private static final double AROUND = 3;
  private static final int LONGEST_SIDE = 48;

  private FocusRule() {}

  static List<Finding> check(Scene scene, Collection<Node> nodes) {
    List<Finding> findings = new ArrayList<>();
    Node before = scene.getFocusOwner();
    for (Node node : nodes) {
      if (node.getScene() != scene || node.isDisabled() || Nodes.seen(node).isEmpty()) {
        continue;
      }
      Node other = nodes.stream().filter(any -> any != node).findFirst().orElse(null);
      if (other == null) {
        continue;
      }
      int changed = changed(scene, node, other);
      int side = (int) Math.min(LONGEST_SIDE, Nodes.seen(node).getWidth() / 2);
      if (changed < side) {
        findings.add(
            new Finding(
                Finding.Rule.FOCUS,
                Nodes.describe(node),
                "shows its focus in " + changed + " points, less than " + side));
      }
    }
    if (before != null) {
      before.requestFocus();
    }
    return findings;
  }

  private static int changed(Scene scene, Node node, Node other) {
    Bounds seen = Nodes.seen(node);
    Rectangle2D part =
        new Rectangle2D(
            Math.max(0, seen.getMinX() - AROUND),
            Math.max(0, seen.getMinY() - AROUND),
            seen.getWidth() + 2 * AROUND,
            seen.getHeight() + 2 * AROUND);
    other.requestFocus();
    WritableImage without = picture(scene, part);
    node.requestFocus();
    WritableImage with = picture(scene, part);
    int changed = 0;
    for (int y = 0; y < with.getHeight(); y++) {
      for (int x = 0; x < with.getWidth(); x++) {
        Color now = with.getPixelReader().getColor(x, y);
        Color then = without.getPixelReader().getColor(x, y);
        if (!now.equals(then) && Colors.contrast(now, then) >= LEAST) {
          changed++;
        }
      }
    }
    return changed;
  }

  private static WritableImage picture(Scene scene, Rectangle2D part) {
    SnapshotParameters how = new SnapshotParameters();
    how.setViewport(part);
    how.setFill(Color.TRANSPARENT);
    return scene.getRoot().snapshot(how, null);
  }
}
