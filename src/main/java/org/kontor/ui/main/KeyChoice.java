package org.kontor.ui.main;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kontor.ui.common.Messages;

/** Giving something another key: which one waits for it, and what is said about the key pressed. */
final class KeyChoice {
  private final KeyMap keys;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<Optional<String>> waiting =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

  KeyChoice(KeyMap keys, Messages messages) {
    this.keys = keys;
    this.messages = messages;
  }

  List<KeyLine> lines() {
    return keys.lines();
  }

  /** What the next key pressed is for; empty while none is waited for. */
  ReadOnlyObjectProperty<Optional<String>> waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** What there is to say, to the person and the screen reader; empty when nothing is. */
  ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** The next key pressed is for this. */
  void begin(KeyLine line) {
    if (line.changeable()) {
      waiting.set(Optional.of(line.id()));
      said.set(messages.get("keys.press", line.does()));
    }
  }

  /** No key is waited for any more. */
  void stop() {
    waiting.set(Optional.empty());
    said.set("");
  }

  void reset() {
    stop();
    keys.reset();
    said.set(messages.get("keys.wereReset"));
  }

  /**
   * Takes the key pressed, or says why it cannot be.
   *
   * @return false while no key is waited for
   */
  boolean pressed(KeyEvent event) {
    if (waiting.get().isEmpty()) {
      return false;
    }
    if (event.getCode() == KeyCode.ESCAPE) {
      stop();
    } else if (!event.getCode().isModifierKey()) {
      take(waiting.get().get(), combination(event));
    }
    return true;
  }

  private void take(String id, KeyCombination key) {
    String name = KeyNames.in(messages, key.getName());
    Optional<String> taken = keys.takenBy(id, key);
    if (!isUsable(key)) {
      said.set(messages.get("keys.unusable", name));
    } else if (taken.isPresent()) {
      said.set(messages.get("keys.taken", name, taken.get()));
    } else {
      keys.change(id, key);
      stop();
      said.set(messages.get("keys.changed", name));
    }
  }

  /** A plain letter or arrow is for typing and moving; function keys are free. */
  private static boolean isUsable(KeyCombination key) {
    return key instanceof KeyCodeCombination code
        && code.getCode() != KeyCode.UNDEFINED
        && (code.getCode().isFunctionKey()
            || code.getShortcut() == KeyCombination.ModifierValue.DOWN
            || code.getAlt() == KeyCombination.ModifierValue.DOWN);
  }

  private static KeyCombination combination(KeyEvent event) {
    KeyCombination.ModifierValue up = KeyCombination.ModifierValue.UP;
    KeyCombination.ModifierValue down = KeyCombination.ModifierValue.DOWN;
    return new KeyCodeCombination(
        event.getCode(),
        event.isShiftDown() ? down : up,
        up,
        event.isAltDown() ? down : up,
        up,
        event.isShortcutDown() ? down : up);
  }
}
