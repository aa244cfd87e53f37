package org.kontor.ui.main;

import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The keys for back and forward that many mice have. */
record MouseWays(Navigation navigation, BooleanSupplier covered) {

  void installOn(Scene scene) {
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
  }

  private void pressed(MouseEvent event) {
    if (!covered.getAsBoolean() && event.getButton() == MouseButton.BACK) {
      navigation.back();
      event.consume();
    } else if (!covered.getAsBoolean() && event.getButton() == MouseButton.FORWARD) {
      navigation.forward();
      event.consume();
    }
  }
}
