package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.outbox.EntryState;
import org.kontor.ui.common.DragSource;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.FilesToTake;
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
      filesOfThePressedRowGoToOtherPrograms(desk);
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
      desk.robot.interact(() -> model.tray().selection().only(0));
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

  /** No drag begins on this platform; what it would bring along is there once a row is pressed. */
  private static void filesOfThePressedRowGoToOtherPrograms(Desk desk) throws Exception {
    MainViewModel model = desk.window.model();
    desk.robot.interact(() -> desk.selectInTray("Notiz Büro.txt"));
    Dragged dragged = new Dragged.TrayDocuments(model.tray().selectedDocuments());
    FilesToTake files = model.documents().filesToTake();
    assertEquals(Optional.empty(), files.ready(dragged), "nothing was pressed yet");
    desk.clickOnRowUntil("Notiz Büro.txt", () -> files.ready(dragged).isPresent());
    List<File> brought = new ArrayList<>();
    desk.robot.interact(
        () -> brought.addAll(DragSource.content(files.ready(dragged).orElseThrow()).getFiles()));
    assertEquals(List.of("Notiz Büro.txt"), brought.stream().map(File::getName).toList());
    assertEquals("Grüße aus dem Büro\n", Files.readString(brought.getFirst().toPath()));
  }
}
