package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.dms.Content;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.settings.ServerKind;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.Theme;
import org.kontor.ui.form.FormMode;

/** A day of a project assistant on a Rillsoft profile, in the same window. */
@Tag("ui")
final class RillsoftWindowTest {
  @TempDir Path folder;

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Locale.UK, Theme.Mode.LIGHT), Arguments.of(Locale.GERMANY, Theme.Mode.DARK));
  }

  private static Location.Container place(Desk desk, String type, int number) throws Exception {
    return desk.server.places("", Integer.MAX_VALUE).stream()
        .map(DmsObject.Container::inside)
        .filter(place -> place.type().value().equals(type))
        .skip(number)
        .findFirst()
        .orElseThrow();
  }

  private static List<DmsObject.Document> documents(Desk desk, Location.Container place)
      throws Exception {
    return desk.server.documents(place, PageRequest.first(100)).items();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void aDropOnATaskAsksOnceForTheFolderAndMovesChangeOneOfBoth(Locale locale, Theme.Mode mode)
      throws Exception {
    String look = locale.getLanguage() + "-" + mode.name().toLowerCase(Locale.ROOT);
    Path plan = Files.writeString(folder.resolve("Bewehrungsplan Süd.txt"), "plan");
    Path photo = Files.writeString(folder.resolve("Protokoll.txt"), "second");
    try (Desk desk = new Desk(folder, locale, mode, ServerKind.RILLSOFT, (_, _) -> {})) {
      MainViewModel model = desk.window.model();
      Location.Container task = place(desk, "task.1", 0);
      Location.Container filing = place(desk, "dmsfolder.1", 0);
      Location.Container other = place(desk, "dmssubfolder.1", 0);
      int before = documents(desk, task).size();

      desk.robot.interact(() -> model.tree().select(task));
      desk.until(() -> model.tree().selected().get().location().equals(task));
      desk.robot.interact(() -> desk.window.upload(List.of(plan)));
      desk.until(() -> desk.window.view().overlay().isShown());
      desk.robot.write(name(desk, filing), 0);
      desk.picture("rillsoft-second-" + look);
      desk.robot.type(KeyCode.ENTER);
      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> desk.allDone(1));
      assertFalse(desk.window.view().overlay().isShown());
      assertEquals(before + 1, documents(desk, task).size());
      DmsObject.Document made = documents(desk, task).getLast();
      assertEquals(List.of(task, filing), desk.server.locations(made.id()));
      assertEquals(FieldValue.of("Bewehrungsplan Süd.txt"), made.fields().get("name"));

      desk.robot.interact(() -> desk.window.upload(List.of(photo)));
      desk.until(() -> desk.allDone(2));
      assertFalse(desk.window.view().overlay().isShown(), "asked once");
      assertEquals(before + 2, documents(desk, task).size());

      desk.until(() -> model.contents().rows().size() >= before + 2);
      desk.robot.interact(() -> desk.selectFirstDocument());
      desk.until(() -> model.form().titleProperty().get().length() > 0);
      desk.until(() -> !model.preview().busyProperty().get());
      desk.picture("rillsoft-task-" + look);

      Dragged carried = new Dragged.Objects(task, List.of(made));
      desk.robot.interact(() -> desk.window.model().desk().drop(carried, other, false));
      desk.until(() -> desk.allDone(3));
      assertEquals(List.of(task, other), desk.server.locations(made.id()));
      Operation.Move move =
          desk.outbox.entries().stream()
              .map(entry -> entry.operation())
              .filter(Operation.Move.class::isInstance)
              .map(Operation.Move.class::cast)
              .findFirst()
              .orElseThrow();
      assertEquals(filing.id(), move.from().id(), "the place in the other cabinet");

      desk.chord(KeyCode.CONTROL, KeyCode.Z);
      desk.until(() -> desk.allDone(4));
      assertEquals(List.of(task, filing), desk.server.locations(made.id()));

      desk.robot.interact(() -> model.tree().select(filing));
      desk.until(() -> model.contents().rows().size() > 1);
      desk.picture("rillsoft-filing-" + look);
      assertTrue(
          documents(desk, filing).stream().anyMatch(document -> document.id().equals(made.id())));
    }
  }

  @Test
  void filesWaitInTheTrayOfThisComputerUntilTheyHaveBothPlaces() throws Exception {
    Path plan = Files.writeString(folder.resolve("Bewehrungsplan Süd.txt"), "plan");
    Path photo = Files.writeString(folder.resolve("Protokoll.txt"), "second");
    Path note = Files.writeString(folder.resolve("Notiz.txt"), "third");
    Path song = Files.writeString(folder.resolve("Lied.mp3"), "la la");
    try (Desk desk =
        new Desk(folder, Locale.GERMANY, Theme.Mode.LIGHT, ServerKind.RILLSOFT, (_, _) -> {})) {
      MainViewModel model = desk.window.model();
      Location.Container task = place(desk, "task.1", 0);
      Location.Container filing = place(desk, "dmsfolder.1", 0);
      int before = documents(desk, task).size();

      desk.robot.interact(() -> desk.window.upload(List.of(plan, photo, note, song)));
      desk.until(
          () ->
              model.tray().rows().stream().filter(row -> row.document().isPresent()).count() == 3);
      desk.until(() -> refused(desk).isPresent());
      assertTrue(refused(desk).orElseThrow().problem().orElseThrow().detail().contains("Lied.mp3"));
      desk.outbox.cancel(refused(desk).orElseThrow().id());
      desk.until(() -> model.tray().rows().size() == 3);

      // By keys: the place, which has one type only; then its other place, once.
      desk.robot.interact(() -> desk.selectInTray("Bewehrungsplan Süd.txt"));
      desk.until(() -> model.form().modeProperty().get() == FormMode.TRAY);
      desk.until(() -> !model.preview().busyProperty().get());
      desk.chord(KeyCode.CONTROL, KeyCode.L);
      desk.robot.write(name(desk, task), 0);
      desk.robot.type(KeyCode.ENTER);
      desk.picture("rillsoft-tray-de");
      desk.chord(KeyCode.CONTROL, KeyCode.ENTER);
      desk.until(() -> desk.window.view().overlay().isShown());
      chooseInSheet(desk, filing);
      desk.until(() -> filed(desk) == 1);
      desk.until(() -> model.tray().rows().size() == 2);
      DmsObject.Document made = documents(desk, task).getLast();
      assertEquals(List.of(task, filing), desk.server.locations(made.id()));
      assertEquals("plan", content(desk, made));

      // Dragged onto the task: nothing left to ask.
      desk.robot.interact(() -> desk.selectInTray("Protokoll.txt"));
      Dragged carried = new Dragged.TrayDocuments(model.tray().selectedDocuments());
      desk.robot.interact(() -> model.desk().drop(carried, task, false));
      desk.until(() -> filed(desk) == 2);
      desk.until(() -> model.tray().rows().size() == 1);
      assertFalse(desk.window.view().overlay().isShown(), "asked once");
      assertEquals(before + 2, documents(desk, task).size());

      // Deleted, taken back.
      desk.robot.interact(() -> desk.selectInTray("Notiz.txt"));
      desk.robot.interact(() -> desk.window.view().focusList());
      desk.robot.type(KeyCode.DELETE);
      desk.until(() -> !DocumentsWindowTest.button(desk, "delete.do").isDisabled());
      desk.robot.interact(() -> DocumentsWindowTest.button(desk, "delete.do").fire());
      desk.until(() -> model.tray().rows().isEmpty());
      desk.chord(KeyCode.CONTROL, KeyCode.Z);
      desk.until(() -> model.tray().rows().size() == 1);
      desk.robot.interact(() -> desk.selectInTray("Notiz.txt"));
      desk.chord(KeyCode.CONTROL, KeyCode.B);
      desk.until(() -> model.tray().asideCount().get() == 1);
    }
  }

  private static void chooseInSheet(Desk desk, Location.Container place) throws Exception {
    desk.robot.write(name(desk, place), 0);
    desk.robot.type(KeyCode.ENTER);
    desk.until(() -> DocumentsWindowTest.button(desk, "move.do").isFocused());
    desk.robot.type(KeyCode.ENTER);
  }

  private static Optional<Entry> refused(Desk desk) {
    return desk.outbox.entries().stream()
        .filter(entry -> entry.state() == EntryState.REFUSED)
        .findFirst();
  }

  private static long filed(Desk desk) {
    return desk.outbox.entries().stream()
        .filter(entry -> entry.state() == EntryState.DONE)
        .filter(
            entry ->
                entry.operation() instanceof Operation.Insert insert
                    && insert.target() instanceof Location.Container)
        .count();
  }

  private static String content(Desk desk, DmsObject.Document document) throws Exception {
    try (Content content = desk.server.content(document.id(), 0)) {
      return new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String name(Desk desk, Location.Container place) throws Exception {
    return Optional.of(desk.server.object(place.id()).fields().get("name"))
        .filter(FieldValue.Single.class::isInstance)
        .map(value -> ((FieldValue.Single) value).text())
        .orElseThrow();
  }
}
