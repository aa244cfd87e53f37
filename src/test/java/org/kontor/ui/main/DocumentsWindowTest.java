package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
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
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.common.Theme;
import org.kontor.ui.contents.ContentsRow;

/** What can be done with documents beside filing them, by keys in the real window. */
@Tag("ui")
final class DocumentsWindowTest {
  @TempDir Path folder;

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Locale.UK, Theme.Mode.LIGHT), Arguments.of(Locale.GERMANY, Theme.Mode.DARK));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void deleteAndBringBack(Locale locale, Theme.Mode mode) throws Exception {
    try (Desk desk = new Desk(folder, locale, mode)) {
      MainViewModel model = desk.window.model();
      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      DmsObject.Document document = select(desk, place);
      int before = desk.documentsIn(place.inside()).size();

      desk.robot.type(KeyCode.DELETE);
      desk.until(() -> !button(desk, "delete.do").isDisabled());
      desk.picture("delete-" + look(locale, mode));
      desk.robot.type(KeyCode.ESCAPE);
      assertFalse(desk.window.view().overlay().isShown());
      assertTrue(desk.outbox.entries().isEmpty(), "cancel really cancels");

      desk.robot.type(KeyCode.DELETE);
      desk.until(() -> button(desk, "delete.do").isFocused());
      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> desk.allDone(1));
      assertEquals(before - 1, desk.documentsIn(place.inside()).size());

      desk.chord(KeyCode.CONTROL, KeyCode.Z);
      desk.until(() -> desk.allDone(2));
      assertEquals(List.of(place.inside()), desk.locationsOf(document.id()));

      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
      desk.robot.type(KeyCode.DELETE);
      desk.until(() -> !button(desk, "delete.do").isDisabled());
      desk.picture("delete-container-" + look(locale, mode));
      desk.robot.type(KeyCode.ESCAPE);
      assertEquals(2, desk.outbox.entries().size());
      assertEquals(place.inside(), model.tree().selected().get().location());
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void theRecycleBinIsEmptiedAndBringsBack(Locale locale, Theme.Mode mode) throws Exception {
    try (Desk desk = new Desk(folder, locale, mode)) {
      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      List<DmsObject.Document> there = desk.documentsIn(place.inside());
      select(desk, place);
      showBin(desk);
      desk.picture("bin-empty-" + look(locale, mode));
      desk.robot.type(KeyCode.ESCAPE);
      assertFalse(desk.window.view().overlay().isShown());

      int entries = 0;
      for (DmsObject.Document document : there) {
        desk.outbox.accept(
            "demo",
            Lane.INTERACTIVE,
            List.of(
                new Draft(
                    "x",
                    new Operation.DeleteObject(document.id(), document.type(), false, false))));
        entries++;
      }
      int deleted = entries;
      desk.until(() -> desk.allDone(deleted));
      showBin(desk);
      RowsView<?> rows = (RowsView<?>) desk.stage.getScene().lookup(".sheet .rows");
      desk.until(() -> rows.rows().size() == deleted);
      desk.robot.type(KeyCode.DOWN);
      desk.picture("bin-" + look(locale, mode));
      desk.robot.type(KeyCode.DELETE);
      assertTrue(button(desk, "bin.keep").isFocused(), "the way out comes first");
      desk.picture("bin-ask-" + look(locale, mode));
      desk.robot.type(KeyCode.ESCAPE);
      assertTrue(desk.window.view().overlay().isShown(), "only the question is gone");
      assertFalse(button(desk, "bin.keep").isFocused());
      assertEquals(deleted, desk.outbox.entries().size(), "cancel really cancels");

      desk.robot.type(KeyCode.DELETE);
      desk.robot.interact(() -> button(desk, "bin.forGood").fire());
      desk.until(() -> desk.allDone(deleted + 1) && rows.rows().size() == deleted - 1);
      desk.robot.type(KeyCode.DOWN, KeyCode.ENTER);
      desk.until(() -> desk.allDone(deleted + 2) && rows.rows().size() == deleted - 2);
      desk.robot.type(KeyCode.ESCAPE);
      desk.until(
          () ->
              desk.window.model().contents().rows().stream()
                  .anyMatch(
                      row ->
                          row instanceof ContentsRow.Present shown
                              && shown.object() instanceof DmsObject.Document));
      desk.picture("bin-restored-" + look(locale, mode));
      desk.chord(KeyCode.CONTROL, KeyCode.Z);
      desk.until(() -> desk.allDone(deleted + 3));
      assertTrue(desk.documentsIn(place.inside()).isEmpty(), "restoring is taken back");
    }
  }

  private static void showBin(Desk desk) {
    desk.robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DELETE)
        .release(KeyCode.DELETE, KeyCode.SHIFT, KeyCode.CONTROL);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void checkOutEditAndCheckIn(Locale locale, Theme.Mode mode) throws Exception {
    try (Desk desk = new Desk(folder, locale, mode)) {
      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      select(desk, place);
      var checkOuts = desk.window.model().documents().checkOuts();

      desk.chord(KeyCode.CONTROL, KeyCode.E);
      desk.until(() -> !desk.opened.isEmpty());
      desk.until(() -> !checkOuts.lineProperty().get().isEmpty());
      Files.writeString(desk.opened.getFirst(), "written by some program");
      desk.until(() -> checkOuts.needsYouProperty().get());
      desk.robot.interact(() -> button(desk, "checkout.status").fire());
      assertTrue(desk.window.view().overlay().isShown());
      desk.picture("checkout-" + look(locale, mode));
      desk.robot.type(KeyCode.ESCAPE);
      assertFalse(desk.window.view().overlay().isShown());
      assertTrue(checkOuts.needsYouProperty().get(), "closing the sheet sends nothing");

      desk.robot.interact(() -> button(desk, "checkout.status").fire());
      desk.robot.interact(() -> button(desk, "checkout.discard").fire());
      assertTrue(Files.exists(desk.opened.getFirst()), "asked first");
      desk.robot.interact(() -> button(desk, "checkout.in").fire());
      desk.until(() -> checkOuts.lineProperty().get().isEmpty());
      desk.until(() -> desk.allDone(3));
      desk.picture("checkout-none-" + look(locale, mode));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void propertiesInThePlaceOfTheFormAndFilesOneByOne(Locale locale, Theme.Mode mode)
      throws Exception {
    try (Desk desk = new Desk(folder, locale, mode)) {
      MainViewModel model = desk.window.model();
      DmsObject.Document document =
          select(desk, desk.firstContainerWithDocuments(desk.accounting()));
      change(desk, document, "Zur Prüfung vorgelegt");
      desk.until(() -> desk.allDone(1));

      desk.chord(KeyCode.ALT, KeyCode.ENTER);
      assertTrue(model.documents().facts().shownProperty().get());
      TabPane tabs = (TabPane) desk.stage.getScene().lookup(".facts .tab-pane");
      desk.robot.interact(() -> tabs.getSelectionModel().select(1));
      ListView<?> versions = (ListView<?>) desk.stage.getScene().lookup(".versions");
      desk.until(() -> !versions.getItems().isEmpty());
      desk.robot.type(KeyCode.TAB);
      assertTrue(versions.isFocused(), "by Tab");
      desk.robot.interact(() -> versions.getSelectionModel().select(0));
      desk.until(() -> isPossible(desk, "versions.restore"));
      desk.until(
          () ->
              texts(desk.stage.getScene().lookup(".facts")).stream()
                  .anyMatch(text -> text.contains("→ Zur Prüfung vorgelegt")));
      desk.picture("versions-" + look(locale, mode));
      desk.robot.interact(() -> button(desk, "versions.restore").fire());
      desk.until(() -> desk.allDone(2));

      desk.robot.interact(() -> tabs.getSelectionModel().select(2));
      desk.until(() -> !((ListView<?>) tabs.lookup(".history")).getItems().isEmpty());
      desk.picture("history-" + look(locale, mode));

      desk.chord(KeyCode.ALT, KeyCode.ENTER);
      assertFalse(model.documents().facts().shownProperty().get());
      assertTrue(desk.stage.getScene().getFocusOwner() instanceof RowsView<?>);

      Location place = model.tree().selected().get().location();
      new PageSteps(desk, folder, look(locale, mode)).take((Location.Container) place);
    }
  }

  /** Writes into a field that may hold any text. */
  private static void change(Desk desk, DmsObject.Document document, String text) throws Exception {
    TypeId type = document.type().orElseThrow();
    FieldDefinition field =
        desk.schema().type(type).orElseThrow().fields().stream()
            .filter(it -> it.type() instanceof FieldType.Text && !it.key() && !it.required())
            .findFirst()
            .orElseThrow();
    FieldValue before = document.fields().getOrDefault(field.name(), FieldValue.empty());
    desk.outbox.accept(
        "demo",
        Lane.INTERACTIVE,
        List.of(
            new Draft(
                "change",
                new Operation.UpdateFields(
                    document.id(),
                    type,
                    Map.of(field.name(), FieldValue.of(text)),
                    Map.of(field.name(), before)))));
  }

  static DmsObject.Document select(Desk desk, DmsObject.Container place) throws Exception {
    MainViewModel model = desk.window.model();
    Location.Container inside = place.inside();
    desk.robot.interact(() -> model.tree().select(inside));
    desk.until(() -> model.contents().rows().size() > 1);
    desk.robot.interact(desk::selectFirstDocument);
    desk.until(() -> model.contents().current().get().isPresent());
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    return (DmsObject.Document) model.contents().current().get().orElseThrow();
  }

  static String look(Locale locale, Theme.Mode mode) {
    return locale.getLanguage() + "-" + mode.name().toLowerCase(Locale.ROOT);
  }

  /** Whether a button that says why it cannot be used can be. */
  static boolean isPossible(Desk desk, String id) {
    return !button(desk, id).getStyleClass().contains("unavailable");
  }

  static Button button(Desk desk, String id) {
    return desk.stage.getScene().getRoot().lookupAll(".button").stream()
        .filter(node -> id.equals(node.getId()))
        .map(Button.class::cast)
        .findFirst()
        .orElseGet(Button::new);
  }

  static List<String> texts(Node below) {
    return below.lookupAll(".label").stream()
        .filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText())
        .toList();
  }
}
