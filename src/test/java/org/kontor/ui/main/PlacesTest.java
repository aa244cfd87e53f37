package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.Theme;

/** Going from place to place, and moving between them, in the real window. */
@Tag("ui")
final class PlacesTest {
  @TempDir Path folder;

  @Test
  void goingAboutAndMoving() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      MainViewModel model = desk.window.model();
      Navigation navigation = model.navigation();
      DmsObject.Container from = desk.firstContainerWithDocuments(desk.accounting());
      Location.Container to = desk.sibling(from);
      desk.robot.interact(() -> navigation.go(from.inside()));
      desk.until(() -> navigation.hereProperty().get().location().equals(from.inside()));
      List<Place> above = navigation.aboveProperty().get();
      assertEquals("Accounting", above.getFirst().title());
      assertTrue(above.size() > 1, "a register lies in a folder");

      crumbsInANarrowWindow(desk, from);

      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
      desk.robot.interact(() -> navigation.go(from.inside()));
      desk.until(() -> navigation.hereProperty().get().location().equals(from.inside()));
      desk.robot.press(KeyCode.ALT, KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
      desk.until(() -> model.inTrayProperty().get());
      desk.robot.press(KeyCode.ALT, KeyCode.RIGHT).release(KeyCode.RIGHT, KeyCode.ALT);
      desk.until(() -> navigation.hereProperty().get().location().equals(from.inside()));
      desk.chord(KeyCode.CONTROL, KeyCode.UP);
      desk.until(
          () -> navigation.hereProperty().get().location().equals(above.getLast().location()));
      desk.robot.interact(
          () -> ((Hyperlink) desk.stage.getScene().lookup(".crumbs .hyperlink")).fire());
      desk.until(() -> navigation.hereProperty().get().title().equals("Accounting"));
      assertEquals(List.of(), navigation.aboveProperty().get());

      favourite(desk, to);
      cutAndPaste(desk, from, to);
      moveBySheet(desk, from, to);
    }
  }

  /** The preview does not give way alone; what a person has set stays. */
  private static void panesInANarrowWindow(Desk desk) throws Exception {
    Scene scene = desk.stage.getScene();
    Region preview = (Region) scene.lookup(".preview");
    desk.until(() -> preview.getWidth() > 240);
    Node divider =
        scene.getRoot().lookupAll(".panes > .split-pane-divider").stream()
            .min(Comparator.comparingDouble(node -> node.localToScene(0, 0).getX()))
            .orElseThrow();
    double before = divider.localToScene(0, 0).getX();
    desk.robot.interact(
        () -> {
          Event.fireEvent(divider, mouse(MouseEvent.MOUSE_PRESSED, before));
          Event.fireEvent(divider, mouse(MouseEvent.MOUSE_DRAGGED, before + 20));
        });
    desk.until(() -> divider.localToScene(0, 0).getX() > before + 10);
    double set = divider.localToScene(0, 0).getX();
    desk.robot.interact(() -> desk.stage.setWidth(980));
    desk.until(() -> Math.abs(divider.localToScene(0, 0).getX() - set) < 8);
    desk.robot.interact(() -> desk.stage.setWidth(960));
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, double x) {
    return new MouseEvent(
        type,
        x,
        300,
        x,
        300,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        false,
        null);
  }

  private static void crumbsInANarrowWindow(Desk desk, DmsObject.Container from) throws Exception {
    Navigation navigation = desk.window.model().navigation();
    Location.Container deep =
        desk.server.registers(from.inside(), PageRequest.first(1)).items().getFirst().inside();
    show(desk, deep);
    Scene scene = desk.stage.getScene();
    MenuButton more = (MenuButton) scene.lookup(".crumb-more");
    desk.robot.interact(() -> desk.stage.setWidth(960));
    desk.until(more::isVisible);
    desk.picture("crumbs-960");
    panesInANarrowWindow(desk);
    assertTrue(more.isFocusTraversable());
    List<String> hidden =
        more.getItems().stream().filter(MenuItem::isVisible).map(MenuItem::getText).toList();
    assertFalse(hidden.isEmpty());
    hidden.forEach(name -> assertTrue(more.getAccessibleText().contains(name)));
    Label here = (Label) scene.lookup(".crumbs > .text-bold");
    assertTrue(here.getWidth() > 40, "legible: " + here.getWidth());
    assertEquals(here.getText(), here.getTooltip().getText());
    desk.robot.interact(() -> desk.theme.fontSize().use(200));
    desk.picture("crumbs-200");
    desk.robot.interact(() -> desk.theme.fontSize().reset());
    desk.until(more::isVisible);

    // By keys to a hidden place.
    desk.robot.interact(more::requestFocus);
    desk.robot.type(KeyCode.SPACE);
    desk.until(more::isShowing);
    desk.robot.type(KeyCode.DOWN);
    desk.robot.type(KeyCode.ENTER);
    desk.until(() -> hidden.contains(navigation.hereProperty().get().title()));
    desk.robot.interact(() -> desk.stage.setWidth(1280));
    show(desk, from.inside());
  }

  private static void favourite(Desk desk, Location.Container place) throws Exception {
    Navigation navigation = desk.window.model().navigation();
    Button star = (Button) desk.stage.getScene().lookup(".star");
    assertFalse(star.isVisible(), "a cabinet is no place for documents");
    desk.robot.interact(() -> navigation.go(place));
    desk.until(() -> navigation.hereProperty().get().location().equals(place));
    desk.robot.interact(star::fire);
    assertTrue(navigation.isFavourite());
    assertTrue(star.getAccessibleText().startsWith("Favourite"));
  }

  private static void cutAndPaste(Desk desk, DmsObject.Container from, Location.Container to)
      throws Exception {
    MainViewModel model = desk.window.model();
    int entries = desk.outbox.entries().size();
    show(desk, from.inside());
    desk.robot.interact(desk::selectFirstDocument);
    DmsObject moved = model.contents().selectedObjects().getFirst();
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.chord(KeyCode.CONTROL, KeyCode.X);
    show(desk, to);
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
    desk.chord(KeyCode.CONTROL, KeyCode.V);
    desk.until(() -> desk.allDone(entries + 1));
    assertEquals(List.of(to), desk.locationsOf(moved.id()));
    desk.chord(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> desk.allDone(entries + 2));
  }

  private static void moveBySheet(Desk desk, DmsObject.Container from, Location.Container to)
      throws Exception {
    MainViewModel model = desk.window.model();
    int entries = desk.outbox.entries().size();
    show(desk, from.inside());
    desk.robot.interact(desk::selectFirstDocument);
    DmsObject moved = model.contents().selectedObjects().getFirst();
    desk.chord(KeyCode.CONTROL, KeyCode.M);
    assertTrue(desk.window.view().overlay().isShown());
    assertTrue(desk.stage.getScene().getFocusOwner() instanceof TextField);
    desk.robot.type(KeyCode.ESCAPE);
    desk.robot.type(KeyCode.ESCAPE);
    desk.until(() -> !desk.window.view().overlay().isShown());
    assertEquals(entries, desk.outbox.entries().size(), "cancel really cancels");

    desk.chord(KeyCode.CONTROL, KeyCode.M);
    String name = model.navigation().hereProperty().get().title();
    assertFalse(name.isEmpty());
    desk.robot.type(KeyCode.ENTER);
    desk.picture("move-en-light");
    desk.robot.type(KeyCode.ENTER);
    desk.until(() -> !desk.window.view().overlay().isShown());
    desk.until(() -> desk.allDone(entries + 1));
    assertEquals(List.of(to), desk.locationsOf(moved.id()));
  }

  private static void show(Desk desk, Location.Container place) throws Exception {
    MainViewModel model = desk.window.model();
    desk.robot.interact(() -> model.navigation().go(place));
    desk.until(
        () ->
            model.contents().place().get().filter(at -> at.location().equals(place)).isPresent()
                && !model.contents().reading().get());
  }
}
