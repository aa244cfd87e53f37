package org.kontor.ui.walk;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToolBar;

/** Whatever can have the focus, tells a state or is a row has a name and a role that are spoken. */
final class NameRule {
  private NameRule() {}

  static List<Finding> check(Scene scene) {
    return Nodes.shown(scene).stream()
        .filter(Control.class::isInstance)
        .map(Control.class::cast)
        .flatMap(control -> check(control).stream())
        .toList();
  }

  private static Optional<Finding> check(Control control) {
    if (!mustSpeak(control)) {
      return Optional.empty();
    }
    if (control.getAccessibleRole() == AccessibleRole.NODE
        || control.getAccessibleRole() == AccessibleRole.PARENT) {
      return Optional.of(finding(control, "has no role"));
    }
    return isNamed(control) ? Optional.empty() : Optional.of(finding(control, "has no name"));
  }

  private static boolean mustSpeak(Control control) {
    boolean frame =
        control instanceof ScrollPane
            || control instanceof ScrollBar
            || control instanceof SplitPane
            || control instanceof TabPane
            || control instanceof ToolBar;
    if (frame) {
      return false;
    }
    if (control instanceof Cell<?> cell) {
      // What a closed choice shows is spoken by the choice.
      return !cell.isEmpty()
          && cell.getItem() != null
          && !(cell.getParent() instanceof ComboBoxBase<?>);
    }
    boolean spokenByRow = Nodes.inCell(control);
    return control.isFocusTraversable()
        || (!spokenByRow
            && (control instanceof ProgressIndicator
                || control instanceof ProgressBar
                || iconAlone(control)));
  }

  /** A label that says something by its icon; a chevron between crumbs says nothing. */
  private static boolean iconAlone(Control control) {
    return control instanceof Label label
        && label.getGraphic() != null
        && (label.getText() == null || label.getText().isBlank())
        && label.getTooltip() != null;
  }

  private static boolean isNamed(Control control) {
    if (!blank(control.getAccessibleText())) {
      return true;
    }
    if (control instanceof Labeled labeled && !blank(labeled.getText())) {
      return true;
    }
    return labelled(control);
  }

  private static boolean labelled(Node control) {
    return control.getScene().getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Label label && control.equals(label.getLabelFor()));
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static Finding finding(Node node, String what) {
    return new Finding(Finding.Rule.NAME, Nodes.describe(node), what);
  }
}
