package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.outbox.EntryState;
import org.kontor.ui.common.Theme;

/** The main job in the real window, by keyboard alone. */
@Tag("ui")
final class TriageTest {
  @TempDir Path folder;

  @Test
  void theWholeTrayIsTypedAndFiledWithoutTheMouse() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT);
        FxWatch watch = new FxWatch()) {
      MainViewModel model = desk.window.model();
      desk.fillTray();
      int documents = model.tray().count().get();
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
      desk.chord(KeyCode.CONTROL, KeyCode.T);

      for (int left = documents; left > 0; left--) {
        int before = left;
        if (left == documents - 2) {
          watch.beginAnew();
        }
        desk.robot.write("file n", 0);
        desk.robot.type(KeyCode.ENTER);
        desk.robot.write("Note " + left, 0);
        desk.chord(KeyCode.CONTROL, KeyCode.L);
        desk.robot.write("glanz", 0);
        desk.robot.type(KeyCode.ENTER);
        desk.chord(KeyCode.CONTROL, KeyCode.ENTER);
        desk.until(() -> model.tray().count().get() == before - 1);
        if (left > 1) {
          desk.until(() -> model.form().modeProperty().get().name().equals("TRAY"));
        }
      }

      desk.until(
          () -> desk.outbox.entries().stream().allMatch(entry -> entry.state() == EntryState.DONE));
      watch.assertNeverHeldLong();
      assertEquals(documents * 2, desk.outbox.entries().size());
    }
  }
}
