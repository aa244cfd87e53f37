package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
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

  /** A batch is taken back at its head in the outbox, over what was changed of it here since. */
  private static void fromTheOutbox(Desk desk, List<DmsObject.Document> documents)
      throws Exception {
    int entries = desk.outbox.entries().size();
    List<String> before = remarks(desk, documents);
    change(desk, documents, before, "first");
    change(desk, documents.subList(0, 1), List.of("first"), "second");
    desk.until(() -> desk.allDone(entries + 3));
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT5);
    ListView<?> list = (ListView<?>) desk.stage.getScene().lookup(".outbox-list");
    desk.until(() -> head(list) >= 0);
    desk.robot.interact(
        () -> {
          list.getSelectionModel().clearAndSelect(head(list));
          list.requestFocus();
        });
    desk.robot.type(KeyCode.DELETE);
    desk.until(() -> desk.allDone(entries + 5));
    assertEquals(before, remarks(desk, documents));
    desk.robot.type(KeyCode.ESCAPE);
  }

  private static void change(
      Desk desk, List<DmsObject.Document> documents, List<String> before, String after)
      throws Exception {
    List<Draft> drafts = new ArrayList<>();
    for (int at = 0; at < documents.size(); at++) {
      DmsObject.Document document = documents.get(at);
      String field = remark(desk, document);
      drafts.add(
          new Draft(
              after,
              new Operation.UpdateFields(
                  document.id(),
                  document.type().orElseThrow(),
                  Map.of(field, FieldValue.of(after)),
                  Map.of(field, value(before.get(at))))));
    }
    desk.outbox.accept("demo", Lane.INTERACTIVE, drafts);
  }

  private static List<String> remarks(Desk desk, List<DmsObject.Document> documents)
      throws Exception {
    List<String> held = new ArrayList<>();
    for (DmsObject.Document document : documents) {
      FieldValue value = desk.server.object(document.id()).fields().get(remark(desk, document));
      held.add(value instanceof FieldValue.Single(String text) ? text : "");
    }
    return held;
  }

  private static FieldValue value(String text) {
    return text.isEmpty() ? FieldValue.empty() : FieldValue.of(text);
  }

  /** The last field that takes any text. */
  private static String remark(Desk desk, DmsObject.Document document) throws Exception {
    return desk.schema().type(document.type().orElseThrow()).orElseThrow().fields().stream()
        .filter(field -> field.type() instanceof FieldType.Text && !field.readOnly())
        .map(FieldDefinition::name)
        .reduce((_, next) -> next)
        .orElseThrow();
  }

  private static int head(ListView<?> list) {
    for (int row = 0; row < list.getItems().size(); row++) {
      if (list.getItems().get(row).toString().startsWith("Batch[first=Entry[")
          && list.getItems().get(row).toString().contains("title=first")) {
        return row;
      }
    }
    return -1;
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
      fromTheOutbox(desk, moved);
    }
  }
}
