package org.kontor.ui.search;

import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;

/** Lets letters typed at a chooser choose what begins with them, else what holds them. */
final class LettersChoose {
  private static final long PAUSE_NANOS = 1_000_000_000L;

  private String typed = "";
  private long at;

  private LettersChoose() {}

  static <T> void install(ComboBox<T> box) {
    LettersChoose letters = new LettersChoose();
    box.addEventHandler(KeyEvent.KEY_TYPED, event -> letters.typed(box, event));
  }

  private <T> void typed(ComboBox<T> box, KeyEvent event) {
    String letter = event.getCharacter();
    boolean goesOn = !typed.isEmpty() && System.nanoTime() - at < PAUSE_NANOS;
    boolean speaks =
        letter.codePoints().anyMatch(Character::isLetterOrDigit) || (goesOn && letter.equals(" "));
    if (!speaks || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    at = System.nanoTime();
    typed = (goesOn ? typed : "") + letter.toLowerCase(Locale.ROOT);
    find(box, true);
    event.consume();
  }

  private <T> void find(ComboBox<T> box, boolean atBeginning) {
    for (T item : box.getItems()) {
      String name = box.getConverter().toString(item).toLowerCase(Locale.ROOT);
      if (atBeginning ? name.startsWith(typed) : name.contains(typed)) {
        box.setValue(item);
        return;
      }
    }
    if (atBeginning) {
      find(box, false);
    }
  }
}
