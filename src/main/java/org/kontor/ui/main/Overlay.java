package org.kontor.ui.main;

import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.PlainScrollPane;

/**
 * One sheet over the window. What lies below keeps its state, takes neither mouse nor keys while
 * the sheet is there, and has the focus again afterwards, where it had it.
 */
final class Overlay {
  private static final double MARGIN = 32;

  private final StackPane layer = new StackPane();
  private final StackPane around = new StackPane();
  private final ScrollPane scroll = new PlainScrollPane(around);
  private final Node below;
  private final Runnable home;
  private @Nullable Node focusBefore;

  /**
   * @param home puts the keys where they go when what had them before is gone
   */
  Overlay(Node below, Runnable home) {
    this.below = below;
    this.home = home;
    layer.getStyleClass().add("overlay");
    around.setPadding(new Insets(MARGIN));
    layer.setVisible(false);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("overlay-scroll");
    layer.getChildren().setAll(scroll);
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
    if (!givesWay(sheet)) {
      sheet.setMinHeight(Region.USE_PREF_SIZE);
    }
    around.getChildren().setAll(sheet);
    scroll.setVvalue(0);
    layer.setVisible(true);
    below.setDisable(true);
    // What is scrolled is in the scene only from here on: the next letter typed is for the sheet.
    layer.applyCss();
    focus.run();
  }

  /** Whether a part of it scrolls by itself when it gets less room. */
  private static boolean givesWay(Region sheet) {
    return sheet.getChildrenUnmodifiable().stream()
        .anyMatch(part -> VBox.getVgrow(part) == Priority.ALWAYS);
  }

  void hide() {
    if (isShown()) {
      layer.setVisible(false);
      around.getChildren().clear();
      below.setDisable(false);
      giveBack();
    }
  }

  private void giveBack() {
    Node before = focusBefore;
    focusBefore = null;
    if (before != null) {
      before.requestFocus();
    }
    if (below.getScene() != null && !Objects.equals(before, below.getScene().getFocusOwner())) {
      home.run();
    }
  }
}
