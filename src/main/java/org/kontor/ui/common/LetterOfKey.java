package org.kontor.ui.common;

import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/**
 * The letter that follows a key. Ctrl and Alt together are AltGr on some keyboards: then a letter
 * comes with the key, and would land in the field that has the keys by then.
 */
public final class LetterOfKey {
  private LetterOfKey() {}

  /** Lets the letters of the key that is down go nowhere until a key is let go. */
  public static void swallow(Scene scene) {
    Swallowing swallowing = new Swallowing(scene);
    scene.addEventFilter(KeyEvent.KEY_TYPED, swallowing);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, swallowing);
  }

  private record Swallowing(Scene scene) implements EventHandler<KeyEvent> {
    @Override
    public void handle(KeyEvent event) {
      if (event.getEventType() == KeyEvent.KEY_TYPED) {
        event.consume();
      } else {
        scene.removeEventFilter(KeyEvent.KEY_TYPED, this);
        scene.removeEventFilter(KeyEvent.KEY_RELEASED, this);
      }
    }
  }
}
