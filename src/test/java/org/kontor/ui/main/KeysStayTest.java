package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.common.Theme;

/** Where the keys are when what had them is gone. */
@Tag("ui")
final class KeysStayTest {
  @TempDir Path folder;

  @Test
  void theyGoToTheListThatIsShown() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      MainViewModel model = desk.window.model();
      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      assertList(desk, "Tray");

      desk.robot.interact(() -> model.tree().select(place.inside()));
      desk.until(() -> isAt(model, place.inside()));
      String title = model.navigation().hereProperty().get().title();
      assertList(desk, title);
      assertEquals(0, model.contents().selection().count(), "nobody has selected anything");
      desk.chord(KeyCode.ALT, KeyCode.LEFT);
      assertList(desk, "Tray");
      desk.chord(KeyCode.ALT, KeyCode.RIGHT);
      desk.until(() -> isAt(model, place.inside()));
      assertList(desk, title);

      // To what was found and back, without the search field.
      desk.robot.interact(() -> model.selections().showSearch());
      assertList(desk, "Hits");
      desk.robot.interact(() -> model.selections().endSearch());
      assertList(desk, title);

      crumb(desk);
      desk.robot.interact(() -> model.tree().select(place.inside()));
      desk.until(() -> isAt(model, place.inside()));
      sheets(desk);
      notice(desk);
      typingElsewhere(desk, place);
    }
  }

  /** The crumb goes when the place above is shown. */
  private static void crumb(Desk desk) throws Exception {
    MainViewModel model = desk.window.model();
    Hyperlink crumb = (Hyperlink) desk.stage.getScene().lookup(".crumbs .hyperlink");
    desk.robot.interact(crumb::requestFocus);
    desk.robot.type(KeyCode.ENTER);
    desk.until(() -> model.navigation().hereProperty().get().title().equals("Accounting"));
    assertList(desk, "Accounting");
  }

  private static void sheets(Desk desk) throws Exception {
    MainViewModel model = desk.window.model();
    Node before = owner(desk);
    desk.chord(KeyCode.CONTROL, KeyCode.K);
    assertInstanceOf(TextField.class, owner(desk));
    desk.robot.type(KeyCode.ESCAPE);
    assertEquals(before, owner(desk));

    desk.chord(KeyCode.CONTROL, KeyCode.K);
    desk.robot.interact(() -> model.selections().goToTray());
    assertInstanceOf(TextField.class, owner(desk), "the sheet has the keys");
    desk.robot.type(KeyCode.ESCAPE);
    assertList(desk, "Tray");
  }

  private static void notice(Desk desk) throws Exception {
    desk.robot.interact(() -> desk.window.tell("Something was damaged."));
    desk.until(() -> button(desk).isVisible());
    desk.robot.interact(() -> button(desk).requestFocus());
    desk.robot.type(KeyCode.SPACE);
    desk.until(() -> owner(desk) instanceof RowsView<?>);
    assertList(desk, "Tray");
  }

  private static void typingElsewhere(Desk desk, DmsObject.Container place) throws Exception {
    desk.chord(KeyCode.CONTROL, KeyCode.F);
    Node field = owner(desk);
    assertInstanceOf(TextField.class, field);
    desk.robot.interact(() -> desk.window.model().tree().select(place.inside()));
    desk.until(() -> isAt(desk.window.model(), place.inside()));
    assertEquals(field, owner(desk));
  }

  private static boolean isAt(MainViewModel model, Location place) {
    return model.tree().selected().get().location().equals(place);
  }

  private static Button button(Desk desk) {
    return (Button) desk.stage.getScene().lookup(".journal-notice .button");
  }

  private static Node owner(Desk desk) {
    return desk.stage.getScene().getFocusOwner();
  }

  private static void drawn(Scene scene) throws Exception {
    CompletableFuture<Void> drawn = new CompletableFuture<>();
    Runnable listener = () -> drawn.complete(null);
    Platform.runLater(
        () -> {
          scene.addPostLayoutPulseListener(listener);
          Platform.requestNextPulse();
        });
    drawn.get(30, TimeUnit.SECONDS);
    Platform.runLater(() -> scene.removePostLayoutPulseListener(listener));
  }

  /** Also after the toolkit has looked for what is gone. */
  private static void assertList(Desk desk, String name) throws Exception {
    for (int pulse = 0; pulse < 2; pulse++) {
      drawn(desk.stage.getScene());
    }
    RowsView<?> list = assertInstanceOf(RowsView.class, owner(desk));
    assertTrue(list.isFocused());
    assertEquals(name, list.getAccessibleText());
  }
}
