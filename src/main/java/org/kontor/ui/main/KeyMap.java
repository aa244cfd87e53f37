package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import org.kontor.ui.common.Action;

/** The window's keys, in the order in which F1 shows them. */
final class KeyMap {
  private final List<Action> first = new ArrayList<>();
  private final List<Action> last = new ArrayList<>();
  private final List<KeySheetView.Line> lines = new ArrayList<>();

  /** Works from anywhere, before the focused control sees the key. */
  KeyMap always(Action action) {
    first.add(action);
    return shown(action);
  }

  /** Works unless the focused control uses the key itself. */
  KeyMap unlessUsed(Action action) {
    last.add(action);
    return shown(action);
  }

  /** A key that a pane handles; only shown here. */
  KeyMap told(String key, String does) {
    lines.add(new KeySheetView.Line(key, does));
    return this;
  }

  List<KeySheetView.Line> lines() {
    return List.copyOf(lines);
  }

  void installOn(Scene scene) {
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event ->
            first.stream()
                .filter(action -> action.key().filter(key -> key.match(event)).isPresent())
                .findFirst()
                .ifPresent(
                    action -> {
                      event.consume();
                      action.run();
                    }));
    last.forEach(action -> action.listenIn(scene));
  }

  private KeyMap shown(Action action) {
    action.key().ifPresent(key -> lines.add(new KeySheetView.Line(key.getName(), action.text())));
    return this;
  }
}
