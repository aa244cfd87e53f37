package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.LetterOfKey;
import org.kontor.ui.common.Notebook;

/**
 * The window's keys, in the order in which F1 shows them. A person may give most of them another
 * key, which is kept.
 */
final class KeyMap {
  private static final String PAGE = "keys";

  /** When a key counts. */
  private enum Reach {
    /** Before the focused control sees it. */
    ALWAYS,
    /** Unless the focused control uses it itself. */
    UNLESS_USED,
    /** A pane sees to it; only shown here. */
    TOLD
  }

  private record Binding(Reach reach, Action action, KeyCombination standard, boolean changeable) {}

  private final Notebook notebook;
  private final Map<String, Binding> bindings = new LinkedHashMap<>();
  private final Map<Node, Action> inside = new HashMap<>();
  private final Map<String, KeyCombination> chosen = new LinkedHashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

  /**
   * @param notebook keeps the keys that a person chose
   */
  KeyMap(Notebook notebook) {
    this.notebook = notebook;
    for (String line : notebook.page(PAGE)) {
      String[] parts = line.split(" ", 2);
      if (parts.length == 2) {
        understand(parts[1]).ifPresent(key -> chosen.put(parts[0], key));
      }
    }
  }

  /** Works from anywhere, before the focused control sees the key. */
  KeyMap always(String id, Action action) {
    return bind(id, Reach.ALWAYS, action, true);
  }

  /** As {@link #always}, with a key that stays as it is and is told by another line. */
  KeyMap fixed(String id, Action action) {
    return bind(id, Reach.ALWAYS, action, false);
  }

  /**
   * Works while the focus is inside a pane, where its key does nothing else; told by another line.
   */
  KeyMap inside(Node pane, Action action) {
    inside.put(pane, action);
    return this;
  }

  /** Works unless the focused control uses the key itself. */
  KeyMap unlessUsed(String id, Action action) {
    return bind(id, Reach.UNLESS_USED, action, true);
  }

  /** As {@link #unlessUsed}, with a key that stays as it is and is told by another line. */
  KeyMap unlessUsedFixed(String id, Action action) {
    return bind(id, Reach.UNLESS_USED, action, false);
  }

  /** A key that a pane handles; only shown here. */
  KeyMap told(String id, String key, String does) {
    return bind(id, Reach.TOLD, Action.of(does, () -> {}).on(key), false);
  }

  /** The key that does it at present. */
  KeyCombination keyOf(String id) {
    Binding binding = bindings.get(id);
    if (binding == null) {
      throw new IllegalArgumentException(id);
    }
    return binding.changeable() ? chosen.getOrDefault(id, binding.standard()) : binding.standard();
  }

  /** Called after a key was changed. */
  void onChange(Runnable listener) {
    listeners.add(listener);
  }

  List<KeyLine> lines() {
    return bindings.entrySet().stream()
        .filter(entry -> !entry.getValue().action().text().isEmpty())
        .map(
            entry ->
                new KeyLine(
                    entry.getKey(),
                    keyOf(entry.getKey()).getName(),
                    entry.getValue().action().text(),
                    entry.getValue().changeable()))
        .toList();
  }

  /** What can be done from anywhere, by id. */
  Map<String, Action> actions() {
    Map<String, Action> actions = new LinkedHashMap<>();
    bindings.forEach(
        (id, binding) -> {
          if (binding.reach() != Reach.TOLD && !binding.action().text().isEmpty()) {
            actions.put(id, binding.action());
          }
        });
    return actions;
  }

  /** What the key does already, other than this; empty when it is free. */
  Optional<String> takenBy(String id, KeyCombination key) {
    return bindings.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(id))
        .filter(entry -> keyOf(entry.getKey()).equals(key))
        .map(entry -> entry.getValue().action().text())
        .findFirst();
  }

  /** Gives it another key, which must be free. */
  void change(String id, KeyCombination key) {
    if (takenBy(id, key).isPresent()) {
      throw new IllegalArgumentException(key.getName());
    }
    rearranging(() -> chosen.put(id, key));
  }

  /** Gives all their own keys back. */
  void reset() {
    rearranging(chosen::clear);
  }

  /**
   * @param covered whether a sheet lies over the window, which has all keys then
   */
  void installOn(Scene shown, BooleanSupplier covered) {
    shown.addEventFilter(
        KeyEvent.KEY_PRESSED, event -> pressed(shown, Reach.ALWAYS, event, covered.getAsBoolean()));
    // No accelerators: a sheet's cancel button would take Esc from the scene for good.
    shown.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> pressed(shown, Reach.UNLESS_USED, event, covered.getAsBoolean()));
  }

  private KeyMap bind(String id, Reach reach, Action action, boolean changeable) {
    KeyCombination key =
        action.key().orElseThrow(() -> new IllegalArgumentException("no key: " + id));
    bindings.put(id, new Binding(reach, action, key, changeable));
    return this;
  }

  private void pressed(Scene scene, Reach reach, KeyEvent event, boolean covered) {
    if (covered || (reach == Reach.ALWAYS && pressedInside(scene, event))) {
      return;
    }
    for (Map.Entry<String, Binding> entry : bindings.entrySet()) {
      if (entry.getValue().reach() == reach && keyOf(entry.getKey()).match(event)) {
        event.consume();
        if (event.isControlDown() && event.isAltDown()) {
          LetterOfKey.swallow(scene);
        }
        entry.getValue().action().run();
        return;
      }
    }
  }

  private boolean pressedInside(Scene scene, KeyEvent event) {
    for (Node at = scene.getFocusOwner(); at != null; at = at.getParent()) {
      Action action = inside.get(at);
      if (action != null && action.key().filter(key -> key.match(event)).isPresent()) {
        event.consume();
        action.run();
        return true;
      }
    }
    return false;
  }

  private void rearranging(Runnable change) {
    change.run();
    notebook.write(
        PAGE,
        chosen.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue().getName())
            .toList());
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private static Optional<KeyCombination> understand(String name) {
    try {
      return Optional.of(KeyCombination.valueOf(name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
