package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.ui.common.Theme;

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
      assertTrue(button(desk, "checkout.in").isFocused());
      desk.robot.type(KeyCode.SPACE);
      desk.until(() -> checkOuts.lineProperty().get().isEmpty());
      desk.until(() -> desk.allDone(3));
      desk.picture("checkout-none-" + look(locale, mode));
    }
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
