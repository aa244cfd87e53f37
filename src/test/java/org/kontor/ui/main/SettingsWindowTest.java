package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.settings.ProfileColour;
import org.kontor.settings.TrustDecision;
import org.kontor.ui.common.Theme;

/** The settings by keys and mouse, with what they change in the window around them. */
@Tag("ui")
final class SettingsWindowTest {
  @TempDir Path folder;

  @Test
  void theSettingsChangeTheWindowAtOnce() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      desk.settings.decisions.add(
          new TrustDecision(
              "archiv.example.org",
              443,
              List.of("archiv.example.org", "10.0.0.7"),
              String.join(":", Collections.nCopies(32, "A7")),
              "00",
              Instant.parse("2026-11-02T10:00:00Z")));
      desk.chord(KeyCode.CONTROL, KeyCode.COMMA);
      assertTrue(desk.window.view().overlay().isShown());
      desk.picture("settings-servers-en");
      servers(desk);
      undocumented(desk);
      search(desk);
      appearance(desk);
      certificates(desk);
      assertFalse(desk.settings.wasLeft);
      desk.robot.type(KeyCode.ESCAPE);
      assertFalse(desk.window.view().overlay().isShown());
      assertTrue(desk.settings.wasLeft, "what needs the server opened anew comes about");
    }
  }

  /** Twice the size of the text makes pages longer, not wider. */
  @Test
  void noPageIsScrolledSideways() throws Exception {
    try (Desk desk = new Desk(folder, Locale.GERMANY, Theme.Mode.DARK)) {
      desk.robot.interact(() -> desk.theme.fontSize().use(200));
      desk.chord(KeyCode.CONTROL, KeyCode.COMMA);
      ListView<?> pages = (ListView<?>) node(desk, "#settings-pages");
      ScrollPane shown = (ScrollPane) node(desk, ".settings-page");
      ListView<?> servers = (ListView<?>) node(desk, "#settings-servers");
      for (double width : new double[] {1280, 960}) {
        desk.robot.interact(() -> desk.stage.setWidth(width));
        for (int page = 0; page < pages.getItems().size(); page++) {
          int chosen = page;
          desk.robot.interact(() -> pages.getSelectionModel().select(chosen));
          desk.robot.interact(() -> servers.getSelectionModel().select(1));
          String name = "settings-%s-%.0f-200-de".formatted(pages.getItems().get(page), width);
          desk.picture(name);
          double content = ((Region) shown.getContent()).getWidth();
          assertTrue(content <= shown.getViewportBounds().getWidth() + 0.5, name + ": " + content);
        }
      }
    }
  }

  private static void servers(Desk desk) {
    ListView<?> servers = (ListView<?>) node(desk, "#settings-servers");
    assertEquals(2, servers.getItems().size());
    assertTrue(node(desk, "#profile-name").isDisabled(), "the administrator's stay as they are");
    desk.robot.interact(() -> servers.getSelectionModel().select(1));
    assertFalse(node(desk, "#profile-name").isDisabled());
    TextField name = (TextField) node(desk, "#profile-name");
    desk.robot.interact(
        () -> {
          name.requestFocus();
          name.setText("Projekte Nord");
        });
    desk.robot.type(KeyCode.ENTER);
    assertEquals("Projekte Nord", desk.settings.now().own().getFirst().name());
    ComboBox<?> colour = (ComboBox<?>) node(desk, "#profile-colour");
    desk.robot.interact(
        () -> colour.getSelectionModel().select(colour.getItems().indexOf(ProfileColour.RED)));
    assertEquals(Optional.of(ProfileColour.RED), desk.settings.now().own().getFirst().colour());
    desk.settings.waiting.put(desk.settings.now().own().getFirst().key(), 3);
    desk.robot.interact(() -> ((Button) node(desk, "#server-remove")).fire());
    desk.robot.interact(
        () -> assertTrue(desk.stage.getScene().getRoot().lookup(".settings-question").isVisible()));
  }

  /** The second profile is of a Rillsoft server. */
  private static void undocumented(Desk desk) throws Exception {
    TitledPane pane = (TitledPane) node(desk, "#dialect");
    assertEquals("Not documented", pane.getText());
    assertFalse(pane.isExpanded());
    TextField search = (TextField) node(desk, "#settings-search");
    desk.robot.interact(() -> search.setText("path of the sign-in"));
    assertTrue(pane.isExpanded(), "opened where something in it was found");
    TextField path = (TextField) node(desk, "#dialect-loginPath");
    assertTrue(isSeen(path), "scrolled to what was found");
    desk.robot.interact(path::requestFocus);
    desk.robot.interact(() -> path.setText("/api/login_check"));
    desk.picture("settings-undocumented-en");
    desk.robot.type(KeyCode.TAB);
    assertEquals(
        Map.of("loginPath", "/api/login_check"), desk.settings.now().own().getFirst().dialect());
    assertEquals("Not documented (1 changed)", pane.getText());
    assertTrue(
        ((Label) node(desk, "#settings-said")).getText().startsWith("This counts as soon as"));
    assertSame(pane, node(desk, "#dialect"), "Tab goes on in the pane");
    assertFalse(path.isFocused());
    Button reset = (Button) path.getParent().getParent().lookup(".button");
    assertTrue(reset.isFocused());
    desk.robot.type(KeyCode.SPACE);
    assertEquals(Map.of(), desk.settings.now().own().getFirst().dialect());
    desk.robot.interact(() -> path.setText("{user}"));
    desk.robot.interact(() -> pane.setExpanded(false));
    desk.robot.interact(() -> ((Button) node(desk, "#server-test")).fire());
    assertTrue(pane.isExpanded(), "what cannot be is shown");
    assertEquals(Optional.empty(), desk.settings.tested);
    desk.robot.interact(() -> path.setText("login"));
    desk.robot.interact(() -> ((Button) node(desk, "#server-test")).fire());
    desk.until(() -> ((Label) node(desk, "#settings-said")).getText().startsWith("It works"));
    desk.robot.interact(search::clear);
    desk.robot.interact(
        () -> ((ListView<?>) node(desk, "#settings-servers")).getSelectionModel().select(0));
    assertTrue(desk.stage.getScene().getRoot().lookup("#dialect") == null);
  }

  private static boolean isSeen(Node node) {
    Node pane = node;
    while (!(pane instanceof ScrollPane)) {
      pane = pane.getParent();
    }
    return pane.localToScene(pane.getBoundsInLocal())
        .contains(node.localToScene(node.getBoundsInLocal()));
  }

  private static void search(Desk desk) throws Exception {
    desk.picture("settings-remove-en");
    TextField search = (TextField) node(desk, "#settings-search");
    desk.robot.interact(search::requestFocus);
    desk.robot.write("contrast", 0);
    ListView<?> pages = (ListView<?>) node(desk, "#settings-pages");
    assertEquals(1, pages.getItems().size());
    desk.picture("settings-search-en");
  }

  private static void appearance(Desk desk) throws Exception {
    desk.robot.interact(() -> ((RadioButton) node(desk, "#theme-DARK")).fire());
    assertEquals(Theme.Mode.DARK, desk.theme.mode());
    desk.picture("settings-appearance-dark-en");
    ComboBox<?> size = (ComboBox<?>) node(desk, "#text-size");
    desk.robot.interact(() -> size.getSelectionModel().selectLast());
    assertEquals(200, desk.theme.fontSize().percentProperty().get());
    desk.picture("settings-appearance-200-en");
    desk.robot.interact(() -> desk.theme.fontSize().use(100));
    desk.robot.interact(() -> ((TextField) node(desk, "#settings-search")).clear());
  }

  private static void certificates(Desk desk) throws Exception {
    ListView<?> pages = (ListView<?>) node(desk, "#settings-pages");
    desk.robot.interact(() -> pages.getSelectionModel().select(1));
    desk.until(() -> desk.stage.getScene().getRoot().lookup(".trusted") != null);
    desk.picture("settings-certificates-dark-en");
    desk.robot.interact(
        () -> ((Button) desk.stage.getScene().getRoot().lookup(".trusted .button")).fire());
    desk.until(() -> desk.stage.getScene().getRoot().lookup(".trusted") == null);
    assertEquals(List.of(), desk.settings.trusted());
    desk.robot.interact(() -> pages.getSelectionModel().select(3));
    desk.picture("settings-keys-dark-en");
    desk.robot.interact(() -> pages.getSelectionModel().select(4));
    ComboBox<?> parallel = (ComboBox<?>) node(desk, "#PARALLEL");
    desk.robot.interact(() -> parallel.getSelectionModel().select(2));
    assertEquals(Optional.of(2), desk.settings.now().amounts().parallel());
    desk.picture("settings-amounts-dark-en");
  }

  private static Node node(Desk desk, String selector) {
    Node found = desk.stage.getScene().getRoot().lookup(selector);
    assertTrue(found != null, selector);
    return found;
  }
}
