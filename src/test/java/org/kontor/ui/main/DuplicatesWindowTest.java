package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.ui.common.Theme;
import org.kontor.ui.form.FormMode;

/** Files whose content is there already, dropped into the real window and answered by keys. */
@Tag("ui")
final class DuplicatesWindowTest {
  @TempDir Path folder;

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Locale.UK, Theme.Mode.LIGHT), Arguments.of(Locale.GERMANY, Theme.Mode.DARK));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void leftOutOrUploadedAllTheSame(Locale locale, Theme.Mode mode) throws Exception {
    try (Desk desk = new Desk(folder, locale, mode)) {
      DuplicateQuestions questions = desk.window.model().reception().duplicates();
      Path letter = Files.writeString(folder.resolve("Brief an Meier.txt"), "the same");
      desk.robot.interact(() -> desk.window.upload(List.of(letter)));
      desk.until(() -> desk.allDone(1));

      Path other = Files.writeString(folder.resolve("Notiz.txt"), "another");
      desk.robot.interact(() -> desk.window.upload(List.of(letter, other)));
      desk.until(() -> questions.open().size() == 1);
      desk.until(() -> state(desk, "Notiz.txt", 0) == EntryState.DONE);
      assertEquals(EntryState.WAITING, state(desk, "Brief an Meier.txt", 1));
      assertFalse(desk.window.view().overlay().isShown(), "nothing is in the way");
      desk.picture("duplicates-" + DocumentsWindowTest.look(locale, mode));
      desk.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
      desk.robot.type(KeyCode.DELETE);
      desk.until(() -> state(desk, "Brief an Meier.txt", 1) == EntryState.CANCELLED);
      assertTrue(questions.open().isEmpty());

      desk.robot.interact(() -> desk.window.upload(List.of(letter)));
      desk.until(() -> questions.open().size() == 1);
      desk.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> state(desk, "Brief an Meier.txt", 2) == EntryState.DONE);
      assertEquals(2, desk.stored("the same"));
    }
  }

  @Test
  void anotherLocationInstead() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      MainViewModel model = desk.window.model();
      DmsObject.Container first = desk.firstContainerWithDocuments(desk.accounting());
      Location.Container second = desk.sibling(first);
      Path letter = Files.writeString(folder.resolve("letter.txt"), "the same");
      upload(desk, letter, first.inside());
      desk.until(() -> desk.allDone(1));
      ObjectId there = desk.outbox.entries().getFirst().receipt().orElseThrow().object();

      upload(desk, letter, second);
      desk.until(() -> model.reception().duplicates().open().size() == 1);
      desk.picture("duplicates-location");
      desk.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
      desk.robot.type(KeyCode.INSERT);
      desk.until(
          () ->
              desk.outbox.entries().stream()
                  .anyMatch(
                      entry ->
                          entry.operation() instanceof Operation.AddLocation
                              && entry.state() == EntryState.DONE));
      Set<Location> places = new HashSet<>(desk.locationsOf(there));
      assertEquals(Set.of(first.inside(), second), places);
      desk.until(() -> state(desk, "letter.txt", 1) == EntryState.CANCELLED);
    }
  }

  @Test
  void aQuestionThatNobodyAnswersHoldsNothingBackForEver() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      Path letter = Files.writeString(folder.resolve("letter.txt"), "the same");
      desk.robot.interact(() -> desk.window.upload(List.of(letter)));
      desk.until(() -> desk.allDone(1));
      desk.robot.interact(() -> desk.window.upload(List.of(letter)));
      desk.until(() -> desk.window.model().reception().duplicates().open().size() == 1);
      desk.robot.interact(() -> desk.window.close());
      desk.until(() -> desk.allDone(2));
    }
  }

  private static void upload(Desk desk, Path file, Location.Container place) throws Exception {
    MainViewModel model = desk.window.model();
    desk.robot.interact(() -> model.tree().select(place));
    desk.until(() -> model.tree().selected().get().location().equals(place));
    desk.robot.interact(() -> desk.window.upload(List.of(file)));
    desk.until(() -> model.form().modeProperty().get() == FormMode.NEW);
    desk.robot.write("file n", 0);
    desk.robot.type(KeyCode.ENTER);
    desk.robot.write("Letters", 0);
    desk.chord(KeyCode.CONTROL, KeyCode.ENTER);
  }

  /** Of the entries with that title the one that was accepted at that position. */
  private static EntryState state(Desk desk, String title, int position) {
    List<Entry> entries =
        desk.outbox.entries().stream()
            .filter(entry -> entry.title().equals(title))
            .filter(entry -> entry.operation() instanceof Operation.Insert)
            .sorted(Comparator.comparing(Entry::id))
            .toList();
    return position < entries.size() ? entries.get(position).state() : null;
  }
}
