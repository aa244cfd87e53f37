package org.kontor.ui.main;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/**
 * Keys of the toolkit's own robot, each pressed as soon as the window has taken the one before:
 * nothing waits for a time.
 */
final class Keys {
  private final Robot robot;

  Keys() throws Exception {
    CompletableFuture<Robot> made = new CompletableFuture<>();
    Platform.runLater(() -> made.complete(new Robot()));
    robot = made.get(60, TimeUnit.SECONDS);
  }

  /** One stroke: all are held until the last is pressed. */
  void press(KeyCode... chord) throws Exception {
    onWindow(
        () -> {
          for (KeyCode key : chord) {
            robot.keyPress(key);
          }
          for (int at = chord.length - 1; at >= 0; at--) {
            robot.keyRelease(chord[at]);
          }
        });
  }

  /** One stroke that types a small letter, a figure or a tab. */
  void write(char character) throws Exception {
    press(
        switch (character) {
          case '\t' -> KeyCode.TAB;
          case ' ' -> KeyCode.SPACE;
          default -> KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(character)));
        });
  }

  private static void onWindow(Runnable stroke) throws Exception {
    CompletableFuture<Void> taken = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          stroke.run();
          taken.complete(null);
        });
    taken.get(60, TimeUnit.SECONDS);
  }
}
