package org.kontor.ui.main;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Messages;

/**
 * Makes the window's actions: each under its name, idle while a sheet lies over the window, and
 * saying why where it cannot be done now.
 */
final class CommandActions {
  private final Messages messages;
  private final KeyMap keys;
  private final Obstacles obstacles;
  private final BooleanSupplier covered;
  private final Consumer<String> say;

  /**
   * @param covered whether a sheet lies over the window
   * @param say told why something cannot be done
   */
  CommandActions(
      Messages messages,
      KeyMap keys,
      Obstacles obstacles,
      BooleanSupplier covered,
      Consumer<String> say) {
    this.messages = messages;
    this.keys = keys;
    this.obstacles = obstacles;
    this.covered = covered;
    this.say = say;
  }

  /** With the key that it has unless the person chose another. */
  Action standard(String id, String key, Runnable command) {
    return named(id, command).on(key);
  }

  /** With a key of its own, and no line in the list of keys. */
  Action nameless(String id, String key, Runnable command) {
    return made("", id, command).on(key);
  }

  /** With the key of now. */
  Action action(String id, Runnable command) {
    return named(id, command).on(keyName(id));
  }

  /** With the key of now, under another name. */
  Action action(String id, String text, Runnable command) {
    return made(text, id, command).on(keyName(id));
  }

  /** Without a key. */
  Action named(String id, Runnable command) {
    return made(messages.get(id), id, command);
  }

  /** What the key of a command is called now. */
  String keyName(String id) {
    return keys.keyOf(id).getName();
  }

  /** Says what stands in the way of a command; false when nothing does. */
  boolean isHindered(String id) {
    Optional<String> why = obstacles.to(id);
    why.ifPresent(say);
    return why.isPresent();
  }

  private Action made(String text, String id, Runnable command) {
    return Action.of(
            text,
            () -> {
              if (!covered.getAsBoolean()) {
                command.run();
              }
            })
        .unless(() -> covered.getAsBoolean() ? Optional.empty() : obstacles.to(id), say);
  }
}
