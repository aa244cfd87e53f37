package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;

/** Going to or searching anything by Ctrl+K, in the real window. */
@Tag("ui")
final class JumpTest {
  @TempDir Path folder;

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Locale.UK, Theme.Mode.LIGHT), Arguments.of(Locale.GERMANY, Theme.Mode.DARK));
  }

  @Test
  void theNextLetterIsForTheSheetEvenBeforeItWasDrawn() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      CompletableFuture<Node> owner = new CompletableFuture<>();
      desk.robot.interact(
          () -> {
            Event.fireEvent(
                desk.stage.getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.K, false, true, false, false));
            owner.complete(desk.stage.getScene().getFocusOwner());
          });
      assertInstanceOf(TextField.class, owner.get());
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void toAPlaceAnObjectACommandOrWords(Locale locale, Theme.Mode mode) throws Exception {
    String look = DocumentsWindowTest.look(locale, mode);
    try (Desk desk = new Desk(folder, locale, mode)) {
      MainViewModel model = desk.window.model();
      Location before = model.tree().selected().get().location();
      desk.chord(KeyCode.CONTROL, KeyCode.K);
      desk.robot.write("stadt", 0);
      desk.until(() -> list(desk).getItems().size() > 1);
      desk.picture("jump-" + look);
      desk.robot.type(KeyCode.ESCAPE);
      assertFalse(desk.window.view().overlay().isShown());
      assertEquals(before, model.tree().selected().get().location(), "cancel really cancels");

      desk.chord(KeyCode.CONTROL, KeyCode.K);
      desk.robot.write("stadt", 0);
      desk.robot.type(KeyCode.ENTER);
      desk.until(
          () ->
              model.navigation().hereProperty().get().title().contains("Stadtwerke")
                  && !desk.window.view().overlay().isShown());

      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      DmsObject.Document document = desk.documentsIn(place.inside()).getFirst();
      desk.chord(KeyCode.CONTROL, KeyCode.K);
      desk.robot.write(document.id().value(), 0);
      desk.robot.type(KeyCode.ENTER);
      desk.until(
          () ->
              model.contents().current().get().map(DmsObject::id).stream()
                  .anyMatch(document.id()::equals));

      desk.until(
          () ->
              model.finding().opened().all().stream()
                  .map(OpenedDocuments.Opened::id)
                  .anyMatch(document.id()::equals));
      String title = model.finding().opened().all().getFirst().title();
      desk.chord(KeyCode.CONTROL, KeyCode.K);
      desk.until(
          () ->
              list(desk).getItems().stream()
                  .anyMatch(offer -> ((Jump) offer).title().equals(title)));
      desk.picture("jump-lately-" + look);
      desk.robot.type(KeyCode.ESCAPE);

      desk.chord(KeyCode.CONTROL, KeyCode.K);
      desk.robot.write(locale.getLanguage().equals("de") ? "ablage" : "tray", 0);
      desk.picture("jump-command-" + look);
      desk.robot.type(KeyCode.ESCAPE);
      whatCannotBeDoneSaysWhy(desk, locale, look);

      desk.chord(KeyCode.CONTROL, KeyCode.K);
      desk.robot.write("kopierpapier", 0);
      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> model.inSearchProperty().get());
      assertEquals("kopierpapier", model.finding().search().wordsProperty().get());
      assertTrue(!desk.window.view().overlay().isShown());
    }
  }

  private static void whatCannotBeDoneSaysWhy(Desk desk, Locale locale, String look)
      throws Exception {
    Messages messages = Messages.of(MainViewModel.class, locale);
    String aside = messages.get("key.aside");
    String why = messages.get("cannot.onlyInTray");
    desk.chord(KeyCode.CONTROL, KeyCode.K);
    desk.robot.interact(
        () -> ((TextField) desk.stage.getScene().getFocusOwner()).setText(aside.split(" ")[0]));
    Jump offer =
        list(desk).getItems().stream()
            .map(Jump.class::cast)
            .filter(jump -> jump.title().equals(aside))
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.of(why), offer.obstacle());
    while (!offer.equals(list(desk).getSelectionModel().getSelectedItem())) {
      desk.robot.type(KeyCode.DOWN);
    }
    desk.picture("jump-why-" + look);
    Label line =
        desk.stage.getScene().getRoot().lookupAll(".jumps .why").stream()
            .map(Label.class::cast)
            .filter(label -> label.isVisible() && label.getText().equals(why))
            .findFirst()
            .orElseThrow();
    assertTrue(line.getHeight() > 0);
    assertTrue(
        String.valueOf(desk.stage.getScene().getFocusOwner().getAccessibleHelp()).contains(why));
    desk.robot.type(KeyCode.ENTER);
    assertFalse(desk.window.view().overlay().isShown());
    assertEquals(why, ObstaclesWindowTest.said(desk));
  }

  private static ListView<?> list(Desk desk) {
    return (ListView<?>) desk.stage.getScene().lookup(".jumps");
  }
}
