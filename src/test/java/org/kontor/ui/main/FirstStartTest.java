package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.outbox.EntryState;
import org.kontor.ui.common.Theme;

/** Somebody starts Kontor for the first time and files a document, with keys alone. */
@Tag("ui")
final class FirstStartTest {
  /** What the program itself may take of the minute in which a person shall be done. */
  private static final double LONGEST_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void fromTheStartToTheFirstFiledDocument() throws Exception {
    Path letter = Files.writeString(folder.resolve("First letter.txt"), "Dear Sir or Madam");
    long began = System.nanoTime();
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      MainViewModel model = desk.window.model();
      desk.until(() -> model.tray().emptiness().get().name().equals("NOTHING_THERE"));
      assertTrue(
          desk.stage.getScene().getRoot().lookupAll(".label").stream()
              .anyMatch(
                  node -> node instanceof Label label && label.getText().contains("press Ctrl+O")),
          "the empty tray says what to do");

      desk.robot.interact(
          () -> {
            ClipboardContent files = new ClipboardContent();
            files.putFiles(List.of(letter.toFile()));
            Clipboard.getSystemClipboard().setContent(files);
          });
      desk.chord(KeyCode.CONTROL, KeyCode.V);
      desk.until(
          () ->
              model.tray().rows().size() == 1
                  && model.tray().rows().getFirst().document().isPresent());
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
      desk.chord(KeyCode.CONTROL, KeyCode.T);
      desk.robot.write("file n", 0);
      desk.robot.type(KeyCode.ENTER);
      desk.robot.write("First letter", 0);
      desk.chord(KeyCode.CONTROL, KeyCode.L);
      desk.robot.write("glanz", 0);
      desk.robot.type(KeyCode.ENTER);
      desk.chord(KeyCode.CONTROL, KeyCode.ENTER);
      desk.until(
          () ->
              desk.outbox.entries().stream()
                  .anyMatch(
                      entry ->
                          entry.operation() instanceof Operation.FileAway
                              && entry.state() == EntryState.DONE));
      double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
      System.out.printf(
          Locale.ROOT, "First filed document %.1f s after the start, by keys alone%n", seconds);
      assertEquals(0, model.tray().count().get());
      assertTrue(seconds < LONGEST_SECONDS, "seconds: " + seconds);
    }
  }
}
