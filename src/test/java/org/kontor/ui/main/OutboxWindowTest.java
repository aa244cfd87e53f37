package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.AttachOptions;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.FullJournal;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.ui.common.Theme;

/** The outbox's panel by its keys, and what the window says when its disk or journal is odd. */
@Tag("ui")
final class OutboxWindowTest {
  private static final String SERVER = "demo";

  @TempDir Path folder;

  @Test
  void pauseTakeBackSendNextAndGoOnByKeys() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      MainViewModel model = desk.window.model();
      // One request at once, so that the order can be seen.
      desk.outbox.attach(SERVER, desk.line, new AttachOptions(Duration.ofSeconds(2), 1));
      chord(desk, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
      desk.until(() -> model.sending().lineProperty().get().startsWith("Paused"));
      for (String name : List.of("a.txt", "b.txt", "c.txt")) {
        desk.robot.interact(() -> desk.window.upload(List.of(file(name))));
        desk.until(() -> entry(desk, name).isPresent());
      }
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT5);
      Location shown = model.tree().selected().get().location();
      select(desk, "b.txt");
      desk.robot.type(KeyCode.DELETE);
      desk.until(() -> state(desk, "b.txt") == EntryState.CANCELLED);
      select(desk, "c.txt");
      chord(desk, KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
      assertEquals(shown, model.tree().selected().get().location(), "it does not go up");
      chord(desk, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
      desk.until(() -> state(desk, "a.txt") == EntryState.DONE);
      desk.until(() -> state(desk, "c.txt") == EntryState.DONE);
      assertTrue(number(desk, "c.txt") < number(desk, "a.txt"), "the chosen one went first");
      desk.robot.type(KeyCode.ESCAPE);
      assertEquals(false, desk.stage.getScene().lookup(".outbox-panel").isVisible());
    }
  }

  @Test
  void aRefusalIsEditedOnItsCardAndAMissingFileTriedAgain() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      TypeId note = desk.schema().typeNamed("accountingNote").orElseThrow().id();
      SourceFile letter = SourceFile.of(file("letter.txt"));
      accept(
          desk,
          new Operation.Insert(
              place.inside(), Optional.of(note), Optional.empty(), Map.of(), List.of(letter)));
      desk.until(() -> state(desk, "letter.txt") == EntryState.REFUSED);
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT5);
      select(desk, "letter.txt");
      desk.robot.type(KeyCode.ENTER);
      desk.picture("outbox-card-refused");
      desk.robot.interact(
          () -> {
            desk.theme.use(Theme.Mode.HIGH_CONTRAST);
            desk.theme.fontSize().use(200);
          });
      desk.picture("outbox-card-refused-contrast-200");
      desk.robot.interact(
          () -> {
            desk.theme.use(Theme.Mode.LIGHT);
            desk.theme.fontSize().use(100);
          });
      TextField field =
          (TextField) desk.stage.getScene().lookup(".outbox-card").lookup(".text-field");
      desk.robot.interact(field::requestFocus);
      desk.robot.write("now it has a title", 0);
      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> state(desk, "letter.txt") == EntryState.DONE);

      Path late = folder.resolve("late.txt");
      accept(
          desk,
          new Operation.Insert(
              Location.TRAY,
              Optional.empty(),
              Optional.of(MainType.ANY_FILE),
              Map.of(),
              List.of(new SourceFile(late, "late.txt", "text/plain", 4, Optional.empty(), 0))));
      desk.until(() -> state(desk, "late.txt") == EntryState.REFUSED);
      Files.writeString(late, "late");
      select(desk, "late.txt");
      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> state(desk, "late.txt") == EntryState.DONE);
    }
  }

  /** In the middle of a thousand, where lines go up and down as things are sent. */
  @Test
  void oneOfAThousandIsFoundAndStaysSelected() throws Exception {
    try (Desk desk = new Desk(folder, Locale.GERMANY, Theme.Mode.DARK)) {
      desk.outbox.pause(SERVER, true);
      List<Draft> drafts = new ArrayList<>();
      for (int number = 0; number < 1_000; number++) {
        Path file = file("Beleg %03d.txt".formatted(number));
        drafts.add(
            new Draft(
                String.valueOf(file.getFileName()),
                new Operation.Insert(
                    Location.TRAY,
                    Optional.empty(),
                    Optional.of(MainType.ANY_FILE),
                    Map.of(),
                    List.of(SourceFile.of(file)))));
      }
      desk.outbox.accept(SERVER, Lane.BULK, drafts);
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT5);
      ListView<?> list = (ListView<?>) desk.stage.getScene().lookup(".outbox-list");
      desk.until(() -> list.getItems().size() == 1_001);
      desk.picture("outbox-thousand-de-dark");
      desk.robot.write("777", 0);
      desk.until(() -> list.getItems().size() == 2);
      desk.robot.type(KeyCode.DOWN, KeyCode.DOWN);
      desk.until(() -> isSelected(list, "Beleg 777"));
      desk.picture("outbox-filtered-de-dark");
      TextField filter = (TextField) desk.stage.getScene().lookup(".outbox-filter");
      desk.robot.interact(filter::clear);
      desk.until(() -> list.getItems().size() == 1_001);
      desk.outbox.pause(SERVER, false);
      desk.until(() -> state(desk, "Beleg 900.txt") == EntryState.DONE);
      // The lines may be on their way to their new places.
      desk.until(() -> isSelected(list, "Beleg 777"));
      desk.robot.interact(list::requestFocus);
      desk.robot.write("xyz", 0);
      desk.until(() -> list.getItems().isEmpty());
      assertTrue(says(desk, "Nichts passt zum Filter"));
      desk.robot.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
      desk.until(() -> !desk.stage.getScene().lookup(".outbox-panel").isVisible());
    }
  }

  private static boolean isSelected(ListView<?> list, String name) {
    return String.valueOf(list.getSelectionModel().getSelectedItem()).contains(name);
  }

  @Test
  void aFullDiskIsSaidAndNothingIsLost() throws Exception {
    try (Desk desk = new Desk(folder, Locale.GERMANY, Theme.Mode.DARK)) {
      FullJournal journal = new FullJournal(folder.resolve("outbox"));
      Path letter = file("Brief.txt");
      journal.fill();
      desk.robot.interact(() -> desk.window.upload(List.of(letter)));
      desk.until(() -> says(desk, "Der Datenträger dieses Rechners ist voll"));
      desk.picture("disk-full-de-dark");
      assertEquals(List.of(), desk.outbox.entries());
      journal.clear();
      desk.robot.interact(() -> desk.window.upload(List.of(letter)));
      desk.until(() -> desk.allDone(1));
      assertEquals(1, desk.stored("Brief.txt"));
    }
  }

  @Test
  void aRestoredOutboxIsSaidAndSendsOnce() throws Exception {
    Path outbox = folder.resolve("outbox");
    Operation insert =
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(SourceFile.of(file("old.txt"))));
    try (Outbox before = Outbox.open(outbox)) {
      before.accept(SERVER, Lane.BULK, List.of(new Draft("old.txt", insert)));
    }
    Path journal = outbox.resolve("journal.db");
    byte[] backup = Files.readAllBytes(journal);
    Outbox.open(outbox).close();
    Files.write(journal, backup);
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      assertTrue(says(desk, "The outbox is an older copy, as from a backup."));
      desk.picture("outbox-restored");
      desk.until(() -> state(desk, "old.txt") == EntryState.DONE);
      assertEquals(1, desk.stored("old.txt"));
    }
  }

  private Path file(String name) {
    try {
      return Files.writeString(folder.resolve(name), name);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void accept(Desk desk, Operation operation) throws Exception {
    String title = operation.files().getFirst().name();
    desk.outbox.accept(SERVER, Lane.INTERACTIVE, List.of(new Draft(title, operation)));
  }

  /** Selects an entry in the panel, and gives it the keys. */
  private static void select(Desk desk, String title) throws Exception {
    ListView<?> list = (ListView<?>) desk.stage.getScene().lookup(".outbox-list");
    desk.until(() -> row(list, title) >= 0);
    desk.robot.interact(
        () -> {
          list.getSelectionModel().clearAndSelect(row(list, title));
          list.requestFocus();
        });
  }

  private static int row(ListView<?> list, String title) {
    for (int at = 0; at < list.getItems().size(); at++) {
      if (list.getItems().get(at).toString().contains("title=" + title)) {
        return at;
      }
    }
    return -1;
  }

  private static Optional<Entry> entry(Desk desk, String title) {
    return desk.outbox.entries().stream().filter(one -> one.title().equals(title)).findFirst();
  }

  private static EntryState state(Desk desk, String title) {
    return entry(desk, title).map(Entry::state).orElse(null);
  }

  private static long number(Desk desk, String title) {
    ObjectId id = entry(desk, title).orElseThrow().receipt().orElseThrow().object();
    return Long.parseLong(id.value());
  }

  private static void chord(Desk desk, KeyCode first, KeyCode second, KeyCode key) {
    desk.robot.press(first, second, key).release(key, second, first);
  }

  private static boolean says(Desk desk, String text) {
    return desk.stage.getScene().getRoot().lookupAll("*").stream()
        .map(
            node ->
                switch (node) {
                  case Labeled label -> String.valueOf(label.getText());
                  case Text words -> words.getText();
                  default -> "";
                })
        .anyMatch(shown -> shown.contains(text));
  }
}
