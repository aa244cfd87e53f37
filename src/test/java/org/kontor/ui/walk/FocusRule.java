package org.kontor.ui.walk;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;

/**
 * Who has the focus can be seen: a picture with it differs from one where another node has it by
 * 3:1 in at least as many points as half of its width has (WCAG 2.2, 2.4.7 and 2.4.13).
 */
final class FocusRule {
  private static final double LEAST = 3;
  private static final double AROUND = 4;
  private static final int LONGEST_SIDE = 48;

  private FocusRule() {}

  /**
   * @param nodes what Tab reaches, in its order
   */
  static List<Finding> check(Scene scene, List<Node> nodes) {
    List<Finding> findings = new ArrayList<>();
    Node before = scene.getFocusOwner();
    // Bitmaps that nodes keep of themselves are renewed once per frame only, not per picture.
    Nodes.shown(scene).forEach(node -> node.setCache(false));
    for (int at = 0; at < nodes.size(); at++) {
      Node node = nodes.get(at);
      Node other = nodes.get((at + 1) % nodes.size());
      if (node.equals(other) || !scene.equals(node.getScene()) || Nodes.seen(node).isEmpty()) {
        continue;
      }
      node.requestFocus();
      scene.getRoot().layout();
      Rectangle2D part = around(node);
      Image with = picture(scene, part);
      other.requestFocus();
      int changed = changed(with, picture(scene, part));
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

  private static Rectangle2D around(Node node) {
    Bounds part = Nodes.grown(Nodes.seen(node), AROUND);
    double left = Math.max(0, Math.floor(part.getMinX()));
    double top = Math.max(0, Math.floor(part.getMinY()));
    return new Rectangle2D(
        left, top, Math.ceil(part.getMaxX()) - left, Math.ceil(part.getMaxY()) - top);
  }

  /** Only what is compared is drawn. */
  private static Image picture(Scene scene, Rectangle2D part) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setViewport(part);
    return scene.getRoot().snapshot(parameters, null);
  }

  private static int changed(Image with, Image without) {
    int changed = 0;
    for (int y = 0; y < with.getHeight(); y++) {
      for (int x = 0; x < with.getWidth(); x++) {
        int now = with.getPixelReader().getArgb(x, y);
        int then = without.getPixelReader().getArgb(x, y);
        if (now != then && Colors.contrast(color(now), color(then)) >= LEAST) {
          changed++;
        }
      }
    }
    return changed;
  }

  private static Color color(int argb) {
    return Color.rgb((argb >> 16) & 0xff, (argb >> 8) & 0xff, argb & 0xff);
  }
}
