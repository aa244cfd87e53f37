package org.kontor.ui.walk;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown of a scene, and where. */
final class Nodes {
  private Nodes() {}

  /** All nodes of which something can be seen, outermost first. */
  static List<Node> shown(Scene scene) {
    List<Node> found = new ArrayList<>();
    collect(scene.getRoot(), found);
    return found;
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible() || opacity(node) == 0) {
      return;
    }
    if (!seen(node).isEmpty()) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /** The part that can be seen, in the scene's coordinates; empty when there is none. */
  static Bounds seen(Node node) {
    Bounds seen = node.localToScene(node.getLayoutBounds());
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getClip() != null) {
        seen = common(seen, at.localToScene(at.getClip().getBoundsInParent()));
      }
    }
    Scene scene = node.getScene();
    return common(seen, new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()));
  }

  static Bounds common(Bounds one, Bounds other) {
    double left = Math.max(one.getMinX(), other.getMinX());
    double top = Math.max(one.getMinY(), other.getMinY());
    double right = Math.min(one.getMaxX(), other.getMaxX());
    double bottom = Math.min(one.getMaxY(), other.getMaxY());
    return right - left < 1 || bottom - top < 1
        ? new BoundingBox(0, 0, -1, -1)
        : new BoundingBox(left, top, right - left, bottom - top);
  }

  static Bounds grown(Bounds box, double by) {
    return new BoundingBox(
        box.getMinX() - by, box.getMinY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
  }

  static double opacity(Node node) {
    double opacity = 1;
    for (Node at = node; at != null; at = at.getParent()) {
      opacity *= at.getOpacity();
    }
    return opacity;
  }

  /** Whether it is a row of a list, table or tree, or lies in one. */
  static boolean inCell(Node node) {
    return cellOf(node) != null;
  }

  static Cell<?> cellOf(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof Cell<?> cell) {
        return cell;
      }
    }
    return null;
  }

  /** Writing, not an icon. */
  static boolean isWriting(Node node) {
    return node instanceof Text text && !(node instanceof FontIcon) && !text.getText().isBlank();
  }

  static String describe(Node node) {
    StringBuilder said = new StringBuilder();
    int steps = 0;
    for (Node at = node; at != null && steps < 7; at = at.getParent(), steps++) {
      said.append(steps == 0 ? "" : " < ").append(at.getClass().getSimpleName());
      if (!at.getStyleClass().isEmpty()) {
        said.append('.').append(String.join(".", at.getStyleClass()));
      }
      if (at.getId() != null) {
        said.append('#').append(at.getId());
      }
      if (at instanceof Labeled labeled && labeled.getText() != null) {
        said.append(" \"").append(labeled.getText()).append('"');
      }
    }
    return said.toString();
  }
}
