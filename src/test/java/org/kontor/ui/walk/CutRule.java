package org.kontor.ui.walk;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;
import org.kontor.ui.common.RowsView;

/**
 * No text is cut off: neither by an ellipsis, nor by its own control, nor by what lies around it or
 * the window's edge. Values of any length (rows, crumbs, names of people and servers) may end in an
 * ellipsis where a tooltip says the whole.
 */
final class CutRule {
  private static final double ROUNDING = 1.5;
  private static final double FAR = 1e6;

  private CutRule() {}

  static List<Finding> check(Scene scene) {
    List<Finding> findings = new ArrayList<>();
    for (Node node : Nodes.shown(scene)) {
      if (node instanceof Text text && Nodes.isWriting(node) && !inInput(node)) {
        check(text, findings);
      } else if (node instanceof TextInputControl input) {
        checkPrompt(input, findings);
      }
    }
    return findings;
  }

  private static void check(Text text, List<Finding> findings) {
    Labeled label = labeled(text);
    if (label != null) {
      if (!text.getText().equals(label.getText()) && !told(label)) {
        add(findings, label, "is cut: \"" + text.getText() + "\"");
        return;
      }
      double height = text.getLayoutBounds().getHeight();
      if (height > label.getHeight() + ROUNDING) {
        add(findings, label, "is too low by " + Math.round(height - label.getHeight()) + " px");
        return;
      }
    }
    Bounds whole = text.localToScene(text.getLayoutBounds());
    Bounds seen = within(text);
    boolean inside =
        whole.getMinX() >= seen.getMinX() - ROUNDING
            && whole.getMaxX() <= seen.getMaxX() + ROUNDING
            && whole.getMinY() >= seen.getMinY() - ROUNDING
            && whole.getMaxY() <= seen.getMaxY() + ROUNDING;
    if (!inside) {
      add(findings, text, "\"" + text.getText() + "\" lies beyond what is shown");
    }
  }

  private static void checkPrompt(TextInputControl input, List<Finding> findings) {
    String prompt = input.getPromptText();
    if (prompt == null || prompt.isBlank() || !input.getText().isEmpty()) {
      return;
    }
    Text measured = new Text(prompt);
    measured.setFont(input.getFont());
    double room = input.getWidth() - input.getInsets().getLeft() - input.getInsets().getRight();
    if (measured.getLayoutBounds().getWidth() > room + ROUNDING && input.getTooltip() == null) {
      add(findings, input, "its prompt is cut: \"" + prompt + "\"");
    }
  }

  private static Labeled labeled(Text text) {
    return text.getParent() instanceof Labeled label && !text.equals(label.getGraphic())
        ? label
        : null;
  }

  private static boolean told(Labeled label) {
    Cell<?> cell = Nodes.cellOf(label);
    if (cell != null && cell.getTooltip() != null) {
      return true;
    }
    for (Node at = label; at instanceof Control control; at = at.getParent()) {
      if (control.getTooltip() != null
          && control.getTooltip().getText().contains(label.getText())) {
        return true;
      }
    }
    return false;
  }

  /**
   * What a text must lie in: the window, and what cuts its contents. What can be scrolled cuts
   * nothing in that direction.
   */
  private static Bounds within(Node node) {
    Scene scene = node.getScene();
    double[] x = {0, scene.getWidth()};
    double[] y = {0, scene.getHeight()};
    boolean freeX = false;
    boolean freeY = false;
    for (Node at = node; at != null; at = at.getParent()) {
      if (scrolls(at)) {
        freeY = true;
        freeX =
            freeX
                || !(at instanceof ScrollPane pane)
                || pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER;
      }
      if (at.getClip() != null && !isViewport(at)) {
        Bounds cut = at.localToScene(at.getClip().getBoundsInParent());
        narrow(x, freeX, cut.getMinX(), cut.getMaxX());
        narrow(y, freeY, cut.getMinY(), cut.getMaxY());
      }
    }
    double left = freeX ? -FAR : x[0];
    double top = freeY ? -FAR : y[0];
    return new BoundingBox(left, top, (freeX ? FAR : x[1]) - left, (freeY ? FAR : y[1]) - top);
  }

  private static void narrow(double[] range, boolean free, double from, double to) {
    if (!free) {
      range[0] = Math.max(range[0], from);
      range[1] = Math.min(range[1], to);
    }
  }

  /** Its clip is below the scroll pane that says in which directions it scrolls. */
  private static boolean isViewport(Node node) {
    return node.getStyleClass().contains("viewport")
        || node.getStyleClass().contains("row-sheet")
        || node.getStyleClass().contains("clipped-container");
  }

  private static boolean scrolls(Node node) {
    return node instanceof ScrollPane
        || node instanceof VirtualFlow<?>
        || node instanceof RowsView<?>
        || node.getStyleClass().contains("tab-header-area");
  }

  private static boolean inInput(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof TextInputControl) {
        return true;
      }
    }
    return false;
  }

  private static void add(List<Finding> findings, Node node, String what) {
    findings.add(new Finding(Finding.Rule.CUT, Nodes.describe(node), what));
  }
}
