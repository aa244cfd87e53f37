package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.Notification;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;

/** What cannot be done now says why: when its key is pressed, in menus, and to screen readers. */
@Tag("ui")
final class ObstaclesWindowTest {
  @TempDir Path folder;

  @Test
  void everyKeyDoesSomethingOrSaysWhyNot() throws Exception {
    try (Desk desk = new Desk(folder, Locale.GERMANY, Theme.Mode.DARK)) {
      MainViewModel model = desk.window.model();
      desk.until(() -> model.tray().emptiness().get().name().equals("NOTHING_THERE"));
      for (Map.Entry<String, Action> command : desk.window.view().keys().actions().entrySet()) {
        boolean conditional =
            ObstaclesTest.CONDITIONAL.contains(command.getKey())
                && !command.getKey().equals("key.delete")
                && model.obstacles().to(command.getKey()).isPresent();
        desk.robot.interact(
            () ->
                assertEquals(
                    conditional, command.getValue().obstacle().isPresent(), command.getKey()));
      }
      Messages messages = Messages.of(Obstacles.class, Locale.GERMANY);
      desk.chord(KeyCode.CONTROL, KeyCode.E);
      assertEquals(messages.get("cannot.nothing"), said(desk));
      desk.chord(KeyCode.CONTROL, KeyCode.N);
      assertEquals(messages.get("cannot.newRegister"), said(desk));
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
      desk.chord(KeyCode.CONTROL, KeyCode.X);
      assertEquals(messages.get("cannot.nothing"), said(desk));
      desk.robot.type(KeyCode.DELETE);
      assertEquals(messages.get("cannot.nothing"), said(desk));
      assertTrue(desk.outbox.entries().isEmpty());

      buttonsSayItToo(desk, messages);

      desk.fillTray();
      desk.robot.interact(() -> model.tray().selection().only(0));
      ContextMenu menu = menu(desk);
      desk.picture("menu-reasons-de-dark");
      MenuItem location = item(menu, messages.get("key.addLocation"));
      assertFalse(location.isDisable(), "within reach of the keys");
      assertTrue(location.getStyleClass().contains("unavailable"));
      assertEquals(
          messages.get("cannot.locationInTray"), location.getStyleableNode().getAccessibleHelp());
      MenuItem move = item(menu, messages.get("key.moveTo"));
      assertFalse(move.getStyleClass().contains("unavailable"));
      desk.robot.interact(location::fire);
      desk.robot.interact(menu::hide);
      assertEquals(messages.get("cannot.locationInTray"), said(desk));
      assertFalse(desk.window.view().overlay().isShown());
      desk.picture("said-why-de-dark");

      hitsAreMeantWhileTheyAreShown(desk, messages);
    }
  }

  private static void buttonsSayItToo(Desk desk, Messages messages) throws Exception {
    MainViewModel model = desk.window.model();
    Button back =
        desk.stage.getScene().getRoot().lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(button -> messages.get("key.goBack").equals(button.getAccessibleText()))
            .findFirst()
            .orElseThrow();
    String why = messages.get("cannot.back");
    assertFalse(back.isDisabled(), "within reach of the keys");
    assertEquals(why, back.getAccessibleHelp());
    assertTrue(back.getTooltip().getText().startsWith(messages.get("key.goBack")));
    assertTrue(back.getTooltip().getText().endsWith(why));
    desk.robot.interact(back::requestFocus);
    desk.picture("button-unavailable-de-dark");
    desk.robot.type(KeyCode.SPACE);
    assertTrue(back.getTooltip().isShowing(), "said at once");
    desk.robot.type(KeyCode.TAB);
    assertFalse(back.getTooltip().isShowing());

    Location.Top top = new Location.Top(desk.accounting().folderType().id());
    desk.robot.interact(() -> model.navigation().go(top));
    desk.until(() -> back.getAccessibleHelp() == null);
    assertFalse(back.getTooltip().getText().contains(why));
    desk.robot.interact(back::fire);
    desk.until(() -> model.inTrayProperty().get());
    assertEquals(why, back.getAccessibleHelp());
  }

  /** Not what is selected in the place behind them. */
  private static void hitsAreMeantWhileTheyAreShown(Desk desk, Messages messages) throws Exception {
    MainViewModel model = desk.window.model();
    DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
    desk.robot.interact(() -> model.tree().select(place.inside()));
    desk.until(() -> model.contents().rows().size() > 1);
    desk.robot.interact(() -> desk.selectFirstDocument());
    DmsObject behind = model.contents().current().get().orElseThrow();
    desk.chord(KeyCode.CONTROL, KeyCode.F);
    desk.robot.write("papier", 0);
    desk.until(() -> model.finding().search().stateProperty().get().name().equals("FOUND"));
    desk.chord(KeyCode.CONTROL, KeyCode.E);
    assertEquals(messages.get("cannot.nothing"), said(desk));
    desk.robot.type(KeyCode.DOWN);
    desk.until(() -> model.finding().search().currentProperty().get().isPresent());
    DmsObject hit = model.finding().search().currentProperty().get().orElseThrow().object();
    desk.until(() -> model.documents().selected().only().isPresent());
    assertEquals(hit.id(), model.documents().selected().only().orElseThrow().id());
    assertFalse(hit.id().equals(behind.id()), "the test needs two documents");
    desk.until(() -> model.documents().selected().container().isPresent());
    desk.robot.type(KeyCode.DELETE);
    desk.until(() -> desk.window.view().overlay().isShown());
    desk.robot.type(KeyCode.ESCAPE);
    assertTrue(
        desk.outbox.entries().stream()
            .noneMatch(entry -> entry.operation() instanceof Operation.DeleteObject));
  }

  static String said(Desk desk) {
    return desk.stage.getScene().lookup(".notification") instanceof Notification notice
        ? notice.getMessage()
        : "";
  }

  private static ContextMenu menu(Desk desk) throws Exception {
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    Node rows = desk.stage.getScene().getFocusOwner();
    desk.robot.interact(
        () -> {
          Bounds at = rows.localToScreen(rows.getLayoutBounds());
          Event.fireEvent(
              rows,
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                  20,
                  20,
                  at.getMinX() + 20,
                  at.getMinY() + 20,
                  false,
                  null));
        });
    desk.until(() -> Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance));
    return (ContextMenu)
        Window.getWindows().stream().filter(ContextMenu.class::isInstance).findFirst().get();
  }

  private static MenuItem item(ContextMenu menu, String text) {
    return menu.getItems().stream()
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }
}
