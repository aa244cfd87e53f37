package org.kontor.ui.common;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Ctrl and plus, minus or zero change the size of the font, in every window and under every sheet,
 * unless what has the focus uses them itself (a preview zooms).
 */
final class FontKeys {
  private final FontSize size;

  FontKeys(FontSize size) {
    this.size = size;
  }

  void installOn(Scene scene) {
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    // Plus needs Shift on some keyboards and is a key of its own on others.
    if (event.isShortcutDown() && !event.isAltDown() && changed(event.getCode())) {
      event.consume();
    }
  }

  private boolean changed(KeyCode code) {
    switch (code) {
      case PLUS, ADD, EQUALS -> size.larger();
      case MINUS, SUBTRACT -> size.smaller();
      case DIGIT0, NUMPAD0 -> size.reset();
      default -> {
        return false;
      }
    }
    return true;
  }
}
