package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.model.Schema;
import org.kontor.outbox.EntryState;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.Theme;
import org.kontor.ui.form.FormMode;
import org.kontor.ui.preview.PreviewState;
import org.kontor.ui.tray.TrayRow;

/**
 * A tray of documents of eight types is filed in the real window by keys alone. The system property
 * {@code triage.documents} says how many (48 unless given; .ci/run says 200).
 */
@Tag("ui")
@Tag("measured")
final class TriageScriptTest {
  private static final int DOCUMENTS = Integer.getInteger("triage.documents", 48);
  private static final int MOST_STROKES = 12;

  /** 150 ms are promised; a busy machine may take some times that. */
  private static final long LONGEST_P95_MILLIS = 900;

  private static final int WARMING_UP = 8;

  /** A type: the letters that it is known by, what is typed into its fields, and its place. */
  private record Kind(String type, String letters, String values, String place) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("deliveryNote", "dn", "#\tt", "gl"),
          new Kind("accountingLetter", "bl", "#", "gl"),
          new Kind("accountingNote", "fn", "#", "gl"),
          new Kind("minutes", "mm", "#\tn", "ha"),
          new Kind("projectNote", "pn", "#", "ha"),
          new Kind("acceptanceReport", "ar", "#\tt", "ha"),
          new Kind("projectContract", "oc", "#\tt", "ha"),
          new Kind("accountingEmail", "em", "#", "gl"));

  @TempDir Path folder;
  private Desk desk;
  private Keys keys;
  private Shown shown;
  private int strokes;

  @Test
  void aTrayOfEightTypesIsFiledByKeysAlone() throws Exception {
    List<Long> nextShown = new ArrayList<>();
    int most = 0;
    try (Desk opened =
        new Desk(folder, Locale.UK, Theme.Mode.LIGHT, TriageScriptTest::chooseShortCuts)) {
      desk = opened;
      keys = new Keys();
      MainViewModel model = desk.window.model();
      fillTray();
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
      desk.chord(KeyCode.CONTROL, KeyCode.T);
      long began = System.nanoTime();
      for (int left = DOCUMENTS; left > 0; left--) {
        Kind kind = KINDS.get(left % KINDS.size());
        String nextName = nameOfNext(model);
        strokes = 0;
        write(kind.letters());
        type(KeyCode.ENTER);
        write(kind.values().replace("#", String.valueOf(left % 100)));
        chord(KeyCode.L);
        write(kind.place());
        type(KeyCode.ENTER);
        int before = model.tray().count().get();
        shown = new Shown(model, nextName);
        chord(KeyCode.ENTER);
        most = Math.max(most, strokes);
        if (left > 1) {
          desk.until(shown::isThere);
          if (left <= DOCUMENTS - WARMING_UP) {
            nextShown.add(shown.millis());
          }
        }
        desk.until(() -> model.tray().count().get() == before - 1);
      }
      double minutes = (System.nanoTime() - began) / (double) TimeUnit.MINUTES.toNanos(1);
      desk.until(
          () -> desk.outbox.entries().stream().allMatch(entry -> entry.state() == EntryState.DONE));
      long filed =
          desk.outbox.entries().stream()
              .filter(entry -> entry.operation() instanceof Operation.FileAway)
              .count();
      assertEquals(Math.min(DOCUMENTS, 500), filed);
      desk.until(() -> model.meter().todayProperty().get() == DOCUMENTS);
      nextShown.sort(null);
      long p95 = nextShown.get(nextShown.size() * 95 / 100);
      System.out.printf(
          "%d documents by keys: at most %d strokes each, next one shown after %d ms (median),"
              + " %d ms (p95); %.0f documents per minute%n",
          DOCUMENTS, most, nextShown.get(nextShown.size() / 2), p95, DOCUMENTS / minutes);
      assertTrue(most <= MOST_STROKES, "key strokes: " + most);
      assertTrue(p95 <= LONGEST_P95_MILLIS, "next document after " + p95 + " ms");
    }
  }

  /** What is shown after the present document: the one below, or at the end the one above. */
  private static String nameOfNext(MainViewModel model) {
    String present = model.tray().current().get().map(TrayRow::name).orElse("");
    return model
        .tray()
        .following()
        .map(TrayRow::name)
        .orElseGet(
            () ->
                model.tray().rows().stream()
                    .map(TrayRow::name)
                    .filter(name -> !name.equals(present))
                    .reduce("", (_, last) -> last));
  }

  /** From the press of a key until the next document is there, on the window's thread. */
  private final class Shown {
    private final MainViewModel model;
    private final String name;
    private long pressed;
    private long there;

    Shown(MainViewModel model, String name) {
      this.model = model;
      this.name = name;
      desk.robot.interact(
          () -> {
            EventHandler<KeyEvent> press = _ -> pressed = System.nanoTime();
            desk.stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, press);
            model.form().modeProperty().addListener(_ -> look());
            model.tray().current().addListener(_ -> look());
            model.preview().stateProperty().addListener(_ -> look());
          });
    }

    private void look() {
      if (there == 0 && isShown(model, name)) {
        there = System.nanoTime();
      }
    }

    boolean isThere() {
      return there > 0;
    }

    long millis() {
      return TimeUnit.NANOSECONDS.toMillis(there - pressed);
    }
  }

  private static boolean isShown(MainViewModel model, String name) {
    return model.form().modeProperty().get() == FormMode.TRAY
        && model.tray().current().get().filter(row -> row.name().equals(name)).isPresent()
        && model.preview().stateProperty().get() instanceof PreviewState.Text;
  }

  private void fillTray() throws Exception {
    Path post = Files.createDirectories(folder.resolve("post"));
    for (int number = 1; number <= DOCUMENTS; number++) {
      Files.writeString(post.resolve("letter %03d.txt".formatted(number)), "Letter " + number);
    }
    desk.robot.interact(() -> desk.window.upload(List.of(post)));
    desk.until(
        () -> {
          var rows = desk.window.model().tray().rows();
          return rows.size() >= DOCUMENTS
              && rows.stream().allMatch(row -> row.document().isPresent() && row.state().isEmpty());
        });
  }

  private static void chooseShortCuts(Schema schema, Notebook notebook) {
    notebook.write(
        "types.short",
        KINDS.stream()
            .map(
                kind ->
                    kind.letters() + " " + schema.typeNamed(kind.type()).orElseThrow().id().value())
            .toList());
  }

  private void write(String text) throws Exception {
    for (int at = 0; at < text.length(); at++) {
      strokes++;
      keys.write(text.charAt(at));
    }
  }

  private void type(KeyCode key) throws Exception {
    strokes++;
    keys.press(key);
  }

  private void chord(KeyCode key) throws Exception {
    strokes++;
    keys.press(KeyCode.CONTROL, key);
  }
}
