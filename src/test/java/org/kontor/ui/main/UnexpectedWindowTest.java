package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.Unexpected;

/** A failure that nobody foresaw, in the window; and what the window logs with names around. */
@Tag("ui")
final class UnexpectedWindowTest {
  private static final String NAME = "Canary-77c1-Abmahnung Schulz";

  @TempDir Path folder;

  @Test
  void theCodeIsShownTheDetailsCopiedAndTheLogHoldsNoNames() throws Exception {
    List<LogRecord> logged = new CopyOnWriteArrayList<>();
    Handler listening = listening(logged);
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(listening);
    root.setLevel(Level.INFO);
    try (Desk desk = new Desk(folder, Locale.GERMANY, Theme.Mode.LIGHT)) {
      work(desk);
      shown(desk);
      covered(desk);
    } finally {
      root.removeHandler(listening);
      root.setLevel(before);
    }
    for (LogRecord line : List.copyOf(logged)) {
      String said = line.getMessage() + Arrays.toString(line.getParameters());
      assertFalse(said.contains("77c1"), said);
    }
  }

  /** A good file, a broken one, one that is missing, a lost session. */
  private void work(Desk desk) throws Exception {
    Path good = Files.writeString(folder.resolve(NAME + ".txt"), "text");
    Path broken = Files.writeString(folder.resolve(NAME + ".pdf"), "%PDF-1.7 broken");
    desk.robot.interact(
        () -> desk.window.upload(List.of(good, broken, folder.resolve(NAME + " 2.txt"))));
    desk.until(() -> desk.window.model().tray().count().get() >= 2);
    desk.robot.interact(() -> desk.selectInTray(NAME + ".pdf"));
    desk.until(() -> !desk.window.model().preview().busyProperty().get());
  }

  private static void shown(Desk desk) throws Exception {
    Unexpected failure = Unexpected.of(new IllegalStateException(NAME), "1.0");
    List<String> opened = new ArrayList<>();
    desk.robot.interact(() -> desk.window.tell(failure, () -> opened.add("logs")));
    desk.picture("unexpected-de");
    assertTrue(desk.window.view().overlay().isShown());
    desk.robot.interact(() -> button(desk, "#unexpected-copy").fire());
    desk.robot.interact(
        () -> {
          String copied = Clipboard.getSystemClipboard().getString();
          assertTrue(copied.contains(failure.code()), copied);
          assertFalse(copied.contains("77c1"), copied);
        });
    desk.robot.interact(() -> button(desk, "#unexpected-logs").fire());
    assertEquals(List.of("logs"), opened);
    desk.robot.type(KeyCode.ESCAPE);
    assertFalse(desk.window.view().overlay().isShown());
  }

  /** A sheet in which somebody works is not taken away. */
  private static void covered(Desk desk) {
    desk.chord(KeyCode.CONTROL, KeyCode.COMMA);
    Unexpected failure = Unexpected.of(new IllegalArgumentException(NAME), "1.0");
    desk.robot.interact(() -> desk.window.tell(failure, () -> {}));
    assertTrue(desk.stage.getScene().lookup("#settings-search") != null);
    assertTrue(desk.window.model().journalNotice().textProperty().get().contains(failure.code()));
    desk.robot.type(KeyCode.ESCAPE);
  }

  private static Button button(Desk desk, String selector) {
    return (Button) desk.stage.getScene().lookup(selector);
  }

  private static Handler listening(List<LogRecord> logged) {
    return new Handler() {
      @Override
      public synchronized void publish(LogRecord line) {
        if (line.getLevel().intValue() >= Level.INFO.intValue()) {
          logged.add(line);
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
