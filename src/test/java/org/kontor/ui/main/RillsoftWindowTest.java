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
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.kontor.ui.common.DropVerdict;
import org.kontor.ui.common.Theme;
import org.kontor.ui.contents.ContentsRow;
import org.kontor.ui.form.FormMode;

/** A day of a project assistant on a Rillsoft profile, in the same window. */
@Tag("ui")
final class RillsoftWindowTest {
  @TempDir Path folder;

  static Location.Container place(Desk desk, String type, int number) throws Exception {
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

  @Test
  void aDropOnATaskAsksOnceForTheFolderAndMovesChangeOneOfBoth() throws Exception {
    Path plan = Files.writeString(folder.resolve("Bewehrungsplan Süd.txt"), "plan");
    Path photo = Files.writeString(folder.resolve("Protokoll.txt"), "second");
    try (Desk desk =
        new Desk(folder, Locale.UK, Theme.Mode.DARK, ServerKind.RILLSOFT, (_, _) -> {})) {
      MainViewModel model = desk.window.model();
      Location.Container task = place(desk, "task.1", 0);
      Location.Container filing = place(desk, "dmsfolder.1", 0);
      Location.Container other = place(desk, "dmssubfolder.1", 0);
      int before = documents(desk, task).size();

      desk.robot.interact(() -> model.tree().select(task));
      desk.until(() -> model.tree().selected().get().location().equals(task));
      desk.until(() -> model.contents().rows().size() >= before);
      assertFalse(perhapsNotAll(desk).isVisible());
      desk.robot.interact(() -> desk.window.upload(List.of(plan)));
      desk.until(() -> desk.window.view().overlay().isShown());
      desk.robot.write(name(desk, filing), 0);
      desk.picture("rillsoft-second-en-dark");
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
      assertFalse(perhapsNotAll(desk).isVisible(), "25 documents are not many");
      desk.picture("rillsoft-task-en-dark");

      Dragged carried = new Dragged.Objects(task, List.of(made));
      desk.robot.interact(() -> desk.window.model().reception().desk().drop(carried, other, false));
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
      desk.picture("rillsoft-filing-en-dark");
      assertTrue(
          documents(desk, filing).stream().anyMatch(document -> document.id().equals(made.id())));
    }
  }

  private static Node perhapsNotAll(Desk desk) {
    return desk.stage.getScene().getRoot().lookupAll(".label").stream()
        .filter(
            node -> node instanceof Label label && label.getText().startsWith("Perhaps not all"))
        .findFirst()
        .orElseThrow();
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
      desk.robot.interact(() -> model.reception().desk().drop(carried, task, false));
      desk.until(() -> filed(desk) == 2);
      desk.until(() -> model.tray().rows().size() == 1);
      assertFalse(desk.window.view().overlay().isShown(), "asked once");
      assertEquals(before + 2, documents(desk, task).size());

      documentIsReplacedDescribedAndMoved(desk, made, task);

      // Deleted, taken back.
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
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

  private void documentIsReplacedDescribedAndMoved(
      Desk desk, DmsObject.Document made, Location.Container task) throws Exception {
    MainViewModel model = desk.window.model();
    int done = desk.outbox.entries().size();
    desk.robot.interact(() -> model.tree().select(task));
    desk.until(() -> row(desk, made) >= 0);
    desk.robot.interact(() -> model.contents().selection().only(row(desk, made)));

    // A file dropped on it, after it was asked, is a new version.
    Path better = Files.writeString(folder.resolve("besser.txt"), "better plan");
    Dragged.Files file = new Dragged.Files(List.of(better));
    assertEquals(
        new DropVerdict.Welcome(
            DropVerdict.Effect.COPY,
            "Die Datei von „Bewehrungsplan Süd.txt“ ersetzen oder daneben ablegen; Kontor fragt"),
        model.reception().desk().judgeOnto(file, made, task));
    desk.robot.interact(() -> model.reception().desk().dropOnto(file, made, task));
    desk.until(() -> desk.window.view().overlay().isShown());
    desk.robot.interact(() -> DocumentsWindowTest.button(desk, "onto.replace").fire());
    desk.until(() -> isDone(desk, done + 1));
    assertEquals("better plan", content(desk, made));
    assertEquals(2, desk.server.versions(made.id()).size());
    desk.chord(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> isDone(desk, done + 2));
    assertEquals("plan", content(desk, made));

    // The form is name and description.
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.robot.type(KeyCode.F2);
    desk.until(() -> model.form().editableProperty().get());
    desk.robot.interact(() -> desk.window.view().focusForm());
    desk.robot.type(KeyCode.TAB);
    desk.robot.write("geprüft", 0);
    desk.picture("rillsoft-form-de");
    desk.chord(KeyCode.CONTROL, KeyCode.S);
    desk.until(() -> isDone(desk, done + 3));
    assertEquals(
        FieldValue.of("geprüft"), desk.server.object(made.id()).fields().get("description"));
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.chord(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> isDone(desk, done + 4));
    assertTrue(desk.server.object(made.id()).fields().get("description").isEmpty(), "taken back");

    // To another task of the project, and back; to another project there is no way.
    Location.Container other = place(desk, "task.1", 1);
    Dragged carried = new Dragged.Objects(task, List.of(made));
    desk.robot.interact(() -> model.reception().desk().drop(carried, other, false));
    desk.until(() -> isDone(desk, done + 5));
    assertEquals(other, desk.server.locations(made.id()).getFirst());
    desk.chord(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> isDone(desk, done + 6));
    assertEquals(task, desk.server.locations(made.id()).getFirst());
    Location.Container far = elsewhere(desk, task);
    assertTrue(
        model.reception().desk().judge(carried, far, false)
                instanceof DropVerdict.Unwelcome(String why)
            && why.contains("anderes Projekt"));

    // What is remembered for the task can be changed.
    desk.robot.interact(() -> model.tree().select(task));
    desk.robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L)
        .release(KeyCode.L, KeyCode.SHIFT, KeyCode.CONTROL);
    desk.until(() -> desk.window.view().overlay().isShown());
    desk.picture("rillsoft-remember-de");
    Location.Container folderNow = place(desk, "dmssubfolder.1", 0);
    chooseInSheet(desk, folderNow);
    desk.until(() -> !desk.window.view().overlay().isShown());
    assertTrue(
        desk.notebook.page("secondPlaces").stream()
            .anyMatch(line -> line.contains(folderNow.id().value())));
  }

  private static Location.Container elsewhere(Desk desk, Location.Container task) throws Exception {
    String project = task.id().value().substring(0, task.id().value().lastIndexOf('.'));
    return desk.server.places("", Integer.MAX_VALUE).stream()
        .map(DmsObject.Container::inside)
        .filter(place -> place.type().equals(task.type()))
        .filter(place -> !place.id().value().startsWith(project))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isDone(Desk desk, int entries) {
    return desk.outbox.entries().size() == entries
        && desk.outbox.entries().stream()
            .allMatch(
                entry -> entry.state() == EntryState.DONE || entry.state() == EntryState.CANCELLED);
  }

  private static int row(Desk desk, DmsObject.Document document) {
    var rows = desk.window.model().contents().rows();
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row) instanceof ContentsRow.Present present
          && present.object().id().equals(document.id())) {
        return row;
      }
    }
    return -1;
  }

  static void chooseInSheet(Desk desk, Location.Container place) throws Exception {
    desk.robot.write(name(desk, place), 0);
    desk.robot.type(KeyCode.ENTER);
    desk.until(() -> DocumentsWindowTest.button(desk, "move.do").isFocused());
    desk.robot.type(KeyCode.ENTER);
  }

  static Optional<Entry> refused(Desk desk) {
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

  static String name(Desk desk, Location.Container place) throws Exception {
    return Optional.of(desk.server.object(place.id()).fields().get("name"))
        .filter(FieldValue.Single.class::isInstance)
        .map(value -> ((FieldValue.Single) value).text())
        .orElseThrow();
  }
}
