package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.Theme;

/** Undo, redo and the list of what was done, in the real window. */
@Tag("ui")
final class ActionsTest {
  @TempDir Path folder;

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Locale.UK, Theme.Mode.LIGHT), Arguments.of(Locale.GERMANY, Theme.Mode.DARK));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void undoneRedoneAndUndoneAgain(Locale locale, Theme.Mode mode) throws Exception {
    String look = locale.getLanguage() + "-" + mode.name().toLowerCase(Locale.ROOT);
    try (Desk desk = new Desk(folder, locale, mode)) {
      desk.fillTray();
      int entries = desk.outbox.entries().size();
      DmsObject.Container from = desk.firstContainerWithDocuments(desk.accounting());
      Location.Container to = desk.sibling(from);
      List<DmsObject.Document> moved = desk.documentsIn(from.inside()).subList(0, 2);
      ObjectId first = moved.getFirst().id();
      desk.robot.interact(
          () ->
              desk.window
                  .model()
                  .reception()
                  .desk()
                  .drop(new Dragged.Objects(from.inside(), List.copyOf(moved)), to, false));
      desk.until(() -> desk.allDone(entries + 2));

      desk.chord(KeyCode.CONTROL, KeyCode.Z);
      desk.until(() -> desk.allDone(entries + 4));
      assertEquals(List.of(from.inside()), desk.locationsOf(first));
      desk.chord(KeyCode.CONTROL, KeyCode.Y);
      desk.until(() -> desk.allDone(entries + 6));
      assertEquals(List.of(to), desk.locationsOf(first));
      desk.robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
      desk.robot.release(KeyCode.Z, KeyCode.SHIFT, KeyCode.CONTROL);

      desk.chord(KeyCode.CONTROL, KeyCode.J);
      assertTrue(desk.window.view().overlay().isShown());
      desk.robot.type(KeyCode.ESCAPE);
      desk.until(() -> !desk.window.view().overlay().isShown());
      assertEquals(entries + 6, desk.outbox.entries().size(), "nothing was left to redo");

      desk.chord(KeyCode.CONTROL, KeyCode.J);
      desk.picture("actions-" + look);
      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> desk.allDone(entries + 8));
      assertEquals(List.of(from.inside()), desk.locationsOf(first));
      desk.picture("actions-undone-" + look);
      desk.robot.type(KeyCode.DOWN);
      desk.picture("actions-impossible-" + look);
      desk.robot.type(KeyCode.ENTER);
      desk.robot.type(KeyCode.ESCAPE);
      desk.until(() -> !desk.window.view().overlay().isShown());
      assertEquals(entries + 8, desk.outbox.entries().size(), "an upload cannot be undone");
      assertFalse(desk.notebook.page("undo").isEmpty());
    }
  }
}
