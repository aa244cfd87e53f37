package org.kontor.ui.main;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;
import org.kontor.ui.common.Messages;

/** Keys as they are printed on the keyboards of a language. */
final class KeyNames {
  private static final List<String> TRANSLATED =
      List.of(
          "Ctrl",
          "Shift",
          "Alt",
          "Esc",
          "Enter",
          "Page_Down",
          "Down",
          "Up",
          "Left",
          "Right",
          "Delete",
          "Comma",
          "Space");

  private KeyNames() {}

  /**
   * @param key in the writing of {@link KeyCombination#getName}
   */
  static String in(Messages messages, String key) {
    // The toolkit quotes keys that it knows by their character only.
    return Arrays.stream(key.replace("'", "").split("\\+"))
        .map(part -> part.equals("Shortcut") ? shortcut() : part)
        .map(part -> TRANSLATED.contains(part) ? messages.get("keyName." + part) : part)
        .collect(Collectors.joining(" + "));
  }

  /** What the system uses for short cuts. */
  private static String shortcut() {
    String shown = KeyCombination.valueOf("Shortcut+A").getDisplayText();
    return shown.startsWith("Ctrl") ? "Ctrl" : "\u2318";
  }
}
