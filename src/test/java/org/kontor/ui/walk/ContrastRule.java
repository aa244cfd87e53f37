package org.kontor.ui.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Writing stands out 4.5:1 from what is behind it, large writing and icons 3:1 (WCAG 2.2, 1.4.3 and
 * 1.4.11). What is behind it is what a picture of the screen shows there. Disabled controls are
 * exempt, as they are there.
 */
final class ContrastRule {
  private static final double TEXT = 4.5;
  private static final double LARGE = 3;
  private static final double LARGE_SIZE = 24;
  private static final double LARGE_BOLD_SIZE = 18.66;
  private static final double MOST_OF_IT = 0.6;
  private static final double AROUND_ICON = 3;

  private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("disabled");

  private ContrastRule() {}

  static List<Finding> check(Scene scene, Image picture) {
    List<Finding> findings = new ArrayList<>();
    for (Node node : Nodes.shown(scene)) {
      if (node instanceof Text text && !isDisabled(node) && !text.getText().isBlank()) {
        check(text, picture, findings);
      }
    }
    return findings;
  }

  private static void check(Text text, Image picture, List<Finding> findings) {
    if (!(text.getFill() instanceof Color fill)) {
      return;
    }
    boolean icon = text instanceof FontIcon;
    Bounds seen = Nodes.seen(text);
    if (seen.getHeight() < MOST_OF_IT * text.getLayoutBounds().getHeight()) {
      // Scrolled nearly out of sight: what is seen of it says nothing of its background.
      return;
    }
    Color behind = Colors.mostOf(picture, icon ? Nodes.grown(seen, AROUND_ICON) : seen);
    Color front = Colors.over(fill, Nodes.opacity(text), behind);
    double contrast = Colors.contrast(front, behind);
    double wanted = icon || isLarge(text) ? LARGE : TEXT;
    if (contrast < wanted) {
      findings.add(
          new Finding(
              Finding.Rule.CONTRAST,
              Nodes.describe(text),
              String.format(
                  Locale.ROOT,
                  "%s %s on %s is %.2f:1, less than %.1f:1",
                  icon ? "icon" : "\"" + text.getText() + "\"",
                  Colors.name(front),
                  Colors.name(behind),
                  contrast,
                  wanted)));
    }
  }

  /** An item of a menu is disabled by its look alone. */
  private static boolean isDisabled(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.isDisabled() || at.getPseudoClassStates().contains(DISABLED)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLarge(Text text) {
    double size = text.getFont().getSize();
    boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
    return size >= LARGE_SIZE || (bold && size >= LARGE_BOLD_SIZE);
  }
}
