package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;

final class KeyMapTest {
  private final Notebook notebook = Notebook.inMemory();
  private final Messages messages = Messages.of(KeyMap.class, Locale.GERMANY);

  private KeyMap keys() {
    return new KeyMap(notebook)
        .always("type", Action.of("Typ", () -> {}).on("Shortcut+T"))
        .always("place", Action.of("Ort", () -> {}).on("Shortcut+L"))
        .fixed("first", Action.of("", () -> {}).on("Alt+1"))
        .told("cut", "Shortcut+X", "Ausschneiden");
  }

  private static KeyEvent press(KeyCode code, boolean shortcut, boolean alt) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, alt, false);
  }

  private KeyLine line(KeyMap keys, String id) {
    return keys.lines().stream().filter(line -> line.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void anotherKeyIsKeptAndTheOldOneIsFree() {
    KeyMap keys = keys();
    KeyChoice choice = new KeyChoice(keys, messages);
    assertFalse(choice.pressed(press(KeyCode.Y, true, false)), "none is waited for");
    choice.begin(line(keys, "type"));
    assertTrue(choice.pressed(press(KeyCode.CONTROL, true, false)), "the key itself comes next");
    assertTrue(choice.waitingProperty().get().isPresent());
    assertTrue(choice.pressed(press(KeyCode.Y, true, false)));
    assertEquals("Die Taste ist jetzt Strg + Y.", choice.saidProperty().get());
    assertEquals(KeyCombination.valueOf("Shortcut+Y"), keys.keyOf("type"));
    assertEquals(Optional.empty(), keys.takenBy("place", KeyCombination.valueOf("Shortcut+T")));
    assertEquals(KeyCombination.valueOf("Shortcut+Y"), keys().keyOf("type"), "after a restart");

    choice.reset();
    assertEquals(KeyCombination.valueOf("Shortcut+T"), keys().keyOf("type"));
    assertEquals(List.of(), notebook.page("keys"));
  }

  @Test
  void aTakenOrUnusableKeyIsSaidAndTheNextOneAwaited() {
    KeyMap keys = keys();
    KeyChoice choice = new KeyChoice(keys, messages);
    choice.begin(line(keys, "type"));
    choice.pressed(press(KeyCode.L, true, false));
    assertEquals(
        "Strg + L ist vergeben: Ort. Drücken Sie eine andere.", choice.saidProperty().get());
    choice.pressed(press(KeyCode.X, true, false));
    assertTrue(choice.saidProperty().get().contains("Ausschneiden"));
    choice.pressed(press(KeyCode.Q, false, false));
    assertTrue(choice.saidProperty().get().startsWith("Q wird zum Tippen gebraucht"));
    choice.pressed(press(KeyCode.ESCAPE, false, false));
    assertEquals(Optional.empty(), choice.waitingProperty().get());
    assertEquals(KeyCombination.valueOf("Shortcut+T"), keys.keyOf("type"));
    assertThrows(
        IllegalArgumentException.class,
        () -> keys.change("type", KeyCombination.valueOf("Shortcut+L")));
  }

  @Test
  void keysThatPanesSeeToStayAsTheyAre() {
    KeyMap keys = keys();
    KeyChoice choice = new KeyChoice(keys, messages);
    choice.begin(line(keys, "cut"));
    assertEquals(Optional.empty(), choice.waitingProperty().get());
    assertEquals(3, keys.lines().size(), "without those that one line tells of together");
  }
}
