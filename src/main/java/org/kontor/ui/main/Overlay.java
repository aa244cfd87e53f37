package org.kontor.ui.main;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * One sheet over the window. What lies below keeps its state, takes neither mouse nor keys while
 * the sheet is there, and has the focus again afterwards.
 */
final class Overlay {
  private static final double MARGIN = 32;

  private final StackPane layer = new StackPane();
  private final Node below;
  private @Nullable Node focusBefore;

  Overlay(Node below) {
    this.below = below;
    layer.getStyleClass().add("overlay");
    layer.setPadding(new Insets(MARGIN));
    layer.setVisible(false);
  }

  Region root() {
    return layer;
  }

  boolean isShown() {
    return layer.isVisible();
  }

  void show(Region sheet, Runnable focus) {
    if (!isShown() && below.getScene() != null) {
      focusBefore = below.getScene().getFocusOwner();
    }
    sheet.getStyleClass().add("sheet");
    layer.getChildren().setAll(sheet);
    layer.setVisible(true);
    below.setDisable(true);
    focus.run();
  }

  void hide() {
    if (isShown()) {
      layer.setVisible(false);
      layer.getChildren().clear();
      below.setDisable(false);
      if (focusBefore != null) {
        focusBefore.requestFocus();
        focusBefore = null;
      }
    }
  }
}
