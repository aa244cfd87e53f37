package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
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
import org.kontor.model.ObjectType;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.ui.common.Theme;
import org.kontor.ui.contents.ContentsRow;
import org.kontor.ui.form.FormMode;

/** Index data of documents in containers are changed in the real window, by keys. */
@Tag("ui")
final class EditingWindowTest {
  @TempDir Path folder;

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Locale.UK, Theme.Mode.LIGHT), Arguments.of(Locale.GERMANY, Theme.Mode.DARK));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void severalAtOnceAndBack(Locale locale, Theme.Mode mode) throws Exception {
    String look = DocumentsWindowTest.look(locale, mode);
    try (Desk desk = new Desk(folder, locale, mode)) {
      MainViewModel model = desk.window.model();
      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      List<DmsObject.Document> alike = alike(desk, place);
      FieldDefinition field = freeText(desk, alike.getFirst());
      select(desk, place, alike);
      desk.until(() -> model.form().titleProperty().get().startsWith(String.valueOf(alike.size())));
      desk.robot.type(KeyCode.F2);
      assertTrue(model.form().editableProperty().get());
      TextInputControl control = control(desk, field.label().in(locale));
      desk.robot.interact(control::requestFocus);
      desk.robot.write("xyz", 0);
      desk.picture("several-" + look);
      desk.robot.type(KeyCode.ESCAPE);
      assertFalse(model.form().editableProperty().get());
      assertTrue(desk.outbox.entries().isEmpty(), "cancel really cancels");

      desk.robot.type(KeyCode.F2);
      desk.robot.interact(control::requestFocus);
      desk.robot.interact(control::selectAll);
      desk.robot.write("abc", 0);
      desk.chord(KeyCode.CONTROL, KeyCode.S);
      desk.until(() -> desk.allDone(alike.size()));
      assertEquals(
          alike.stream().map(_ -> FieldValue.of("abc")).toList(),
          values(desk, place, alike, field));
      assertFalse(model.form().editableProperty().get());
      desk.picture("several-saved-" + look);

      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
      desk.chord(KeyCode.CONTROL, KeyCode.Z);
      desk.until(() -> desk.allDone(2 * alike.size()));
      assertEquals(
          alike.stream().map(document -> held(document, field)).toList(),
          values(desk, place, alike, field));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void anotherPersonsChangeIsShownAtTheField(Locale locale, Theme.Mode mode) throws Exception {
    String look = DocumentsWindowTest.look(locale, mode);
    try (Desk desk = new Desk(folder, locale, mode)) {
      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      DmsObject.Document document = alike(desk, place).getFirst();
      FieldDefinition field = freeText(desk, document);
      select(desk, place, List.of(document));
      desk.robot.type(KeyCode.F2);
      TextInputControl control = control(desk, field.label().in(locale));
      desk.robot.interact(control::requestFocus);
      desk.robot.interact(control::selectAll);
      desk.robot.write("mine", 0);
      desk.outbox.accept("demo", Lane.INTERACTIVE, List.of(change(document, field, "theirs")));
      desk.until(() -> desk.allDone(1));

      desk.chord(KeyCode.CONTROL, KeyCode.S);
      desk.until(() -> desk.stage.getScene().lookup(".form-conflict") != null);
      desk.picture("conflict-" + look);
      assertEquals(1, desk.outbox.entries().size(), "nothing was written over it");
      Button keep = (Button) desk.stage.getScene().lookup(".form-conflict .conflict-mine");
      desk.robot.interact(keep::requestFocus);
      desk.robot.type(KeyCode.SPACE);
      desk.chord(KeyCode.CONTROL, KeyCode.S);
      desk.until(() -> desk.allDone(2));
      assertEquals(List.of(FieldValue.of("mine")), values(desk, place, List.of(document), field));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void aFolderIsCorrectedAndTakenBack(Locale locale, Theme.Mode mode) throws Exception {
    try (Desk desk = new Desk(folder, locale, mode)) {
      MainViewModel model = desk.window.model();
      TypeId type = desk.accounting().folderType().id();
      var contents = model.contents();
      desk.robot.interact(() -> model.tree().select(new Location.Top(type)));
      desk.until(
          () ->
              !contents.rows().isEmpty()
                  && contents.rows().getFirst() instanceof ContentsRow.Present);
      desk.robot.interact(() -> contents.selection().only(0));
      desk.until(() -> model.form().modeProperty().get() == FormMode.FILED);
      DmsObject.Container before = (DmsObject.Container) contents.current().get().orElseThrow();
      FieldDefinition field = freeText(desk, type);
      TextInputControl control = control(desk, field.label().in(locale));
      desk.picture("folder-" + DocumentsWindowTest.look(locale, mode));
      desk.robot.type(KeyCode.F2);
      desk.robot.interact(control::requestFocus);
      desk.robot.interact(control::selectAll);
      desk.robot.write("lost", 0);
      desk.robot.type(KeyCode.ESCAPE);
      assertTrue(desk.outbox.entries().isEmpty(), "cancel really cancels");

      desk.robot.type(KeyCode.F2);
      desk.robot.interact(control::requestFocus);
      desk.robot.interact(control::selectAll);
      desk.robot.write("kept", 0);
      desk.chord(KeyCode.CONTROL, KeyCode.S);
      desk.until(() -> desk.allDone(1));
      assertEquals(FieldValue.of("kept"), held(desk.direct().object(before.id()), field));

      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
      desk.chord(KeyCode.CONTROL, KeyCode.Z);
      desk.until(() -> desk.allDone(2));
      assertEquals(held(before, field), held(desk.direct().object(before.id()), field));
      thePlaceIsShownWhileNoRowIs(desk, locale, mode);
    }
  }

  private static void thePlaceIsShownWhileNoRowIs(Desk desk, Locale locale, Theme.Mode mode)
      throws Exception {
    MainViewModel model = desk.window.model();
    var form = model.form();
    DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
    desk.robot.interact(() -> model.tree().select(place.inside()));
    desk.until(
        () ->
            form.modeProperty().get() == FormMode.FILED
                && form.titleProperty()
                    .get()
                    .equals(model.navigation().hereProperty().get().title()));
    desk.until(() -> model.contents().rows().size() > 1);
    String title = form.titleProperty().get();
    desk.picture("place-" + DocumentsWindowTest.look(locale, mode));
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.robot.interact(desk::selectFirstDocument);
    desk.until(() -> !form.titleProperty().get().equals(title));
    desk.robot.type(KeyCode.ESCAPE);
    assertEquals(0, model.contents().selection().count());
    desk.until(() -> form.titleProperty().get().equals(title));

    // A draft stays with the place.
    FieldDefinition field = freeText(desk, place.type());
    desk.robot.type(KeyCode.F2);
    assertTrue(form.editableProperty().get());
    TextInputControl control = control(desk, field.label().in(locale));
    desk.robot.interact(control::requestFocus);
    desk.robot.interact(control::selectAll);
    desk.robot.write("typed", 0);
    desk.robot.interact(desk::selectFirstDocument);
    desk.until(() -> !form.titleProperty().get().equals(title));
    desk.robot.interact(
        () -> model.contents().selection().remove(model.contents().selection().lead()));
    desk.until(() -> form.titleProperty().get().equals(title));
    assertEquals("typed", control(desk, field.label().in(locale)).getText());
    int sent = desk.outbox.entries().size();
    desk.chord(KeyCode.CONTROL, KeyCode.S);
    desk.until(() -> desk.allDone(sent + 1));
    assertEquals(FieldValue.of("typed"), held(desk.direct().object(place.id()), field));

    // What is asked about something new goes away again.
    desk.robot.interact(() -> model.reception().newObjects().register());
    desk.until(() -> form.modeProperty().get() == FormMode.NEW);
    desk.robot.interact(form::revert);
    desk.until(() -> form.modeProperty().get() == FormMode.FILED);
  }

  private static Draft change(DmsObject.Document document, FieldDefinition field, String text) {
    return new Draft(
        "change",
        new Operation.UpdateFields(
            document.id(),
            document.type().orElseThrow(),
            Map.of(field.name(), FieldValue.of(text)),
            Map.of(field.name(), held(document, field))));
  }

  private static FieldValue held(DmsObject object, FieldDefinition field) {
    return object.fields().getOrDefault(field.name(), FieldValue.empty());
  }

  /** Documents of the type that comes first. */
  private static List<DmsObject.Document> alike(Desk desk, DmsObject.Container place)
      throws Exception {
    List<DmsObject.Document> all = desk.documentsIn(place.inside());
    return all.stream()
        .filter(document -> document.type().equals(all.getFirst().type()))
        .limit(3)
        .toList();
  }

  private static FieldDefinition freeText(Desk desk, DmsObject.Document document) throws Exception {
    return freeText(desk, document.type().orElseThrow());
  }

  private static FieldDefinition freeText(Desk desk, TypeId id) throws Exception {
    ObjectType type = desk.schema().type(id).orElseThrow();
    return type.fields().stream()
        .filter(it -> it.type() instanceof FieldType.Text && !it.key() && !it.readOnly())
        .filter(it -> it.page().isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static void select(
      Desk desk, DmsObject.Container place, List<DmsObject.Document> documents) throws Exception {
    DocumentsWindowTest.select(desk, place);
    var contents = desk.window.model().contents();
    List<ObjectId> ids = documents.stream().map(DmsObject::id).toList();
    BitSet wanted = new BitSet();
    for (int row = 0; row < contents.rows().size(); row++) {
      if (contents.rows().get(row) instanceof ContentsRow.Present present
          && ids.contains(present.object().id())) {
        wanted.set(row);
      }
    }
    desk.robot.interact(() -> contents.selection().set(wanted, wanted.nextSetBit(0)));
    assertEquals(ids.size(), wanted.cardinality());
  }

  private static List<FieldValue> values(
      Desk desk,
      DmsObject.Container place,
      List<DmsObject.Document> documents,
      FieldDefinition field)
      throws Exception {
    List<FieldValue> values = new ArrayList<>();
    List<DmsObject.Document> now = desk.documentsIn(place.inside());
    for (DmsObject.Document document : documents) {
      now.stream()
          .filter(it -> it.id().equals(document.id()))
          .forEach(it -> values.add(held(it, field)));
    }
    return values;
  }

  private static TextInputControl control(Desk desk, String label) {
    return desk.stage.getScene().getRoot().lookupAll(".text-input").stream()
        .map(TextInputControl.class::cast)
        .filter(it -> it.getAccessibleText() != null && it.getAccessibleText().startsWith(label))
        .findFirst()
        .orElseThrow();
  }
}
