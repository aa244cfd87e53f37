package org.kontor.ui.common;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/**
 * The sentence beside the pointer while something is dragged. It lies on the window's root, not in
 * a window of its own, which would catch the drag.
 */
final class DropChip {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  /** Clear of the picture that the desktop draws below the pointer while something is dragged. */
  private static final double BESIDE_POINTER = 40;

  private static final double WIDEST = 320;

  private static final String SHEET =
      Objects.requireNonNull(DropChip.class.getResource("chip.css")).toExternalForm();

  private final Label label = new Label();

  DropChip() {
    label.getStyleClass().add("drop-chip");
    label.getStylesheets().add(SHEET);
    label.setManaged(false);
    label.setMouseTransparent(true);
    label.setWrapText(true);
  }

  void show(Node over, DropVerdict verdict, double sceneX, double sceneY) {
    String sentence =
        switch (verdict) {
          case DropVerdict.Welcome(var _, String text) -> text;
          case DropVerdict.Unwelcome(String text) -> text;
        };
    if (sentence.isEmpty() || !(over.getScene().getRoot() instanceof Pane root)) {
      hide();
      return;
    }
    if (!root.equals(label.getParent())) {
      hide();
      root.getChildren().add(label);
    }
    label.setText(sentence);
    label.pseudoClassStateChanged(REFUSED, verdict instanceof DropVerdict.Unwelcome);
    label.applyCss();
    double width = Math.min(Ems.pixels(label.getFont(), WIDEST), Math.ceil(label.prefWidth(-1)));
    double height = Math.ceil(label.prefHeight(width));
    double x = Math.min(sceneX + BESIDE_POINTER, root.getWidth() - width);
    double y = Math.min(sceneY + BESIDE_POINTER, root.getHeight() - height);
    label.resizeRelocate(Math.max(0, x), Math.max(0, y), width, height);
  }

  void hide() {
    if (label.getParent() instanceof Pane parent) {
      parent.getChildren().remove(label);
    }
  }
}
