package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kontor.rillsoft.Point;
import org.kontor.rillsoft.RillsoftDialect;
import org.kontor.settings.ServerKind;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;
import org.kontor.ui.lists.Picture;
import org.kontor.ui.login.NewServer;
import org.kontor.ui.login.NewServerView;
import org.kontor.ui.login.NewServerViewModel;
import org.kontor.ui.walk.Finding;
import org.kontor.ui.walk.SceneWalk;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Every point of a Rillsoft server that is not documented can be said and taken back. */
@Tag("ui")
final class DialectPaneTest {
  private final FxRobot robot = new FxRobot();
  private final List<NewServer> added = new ArrayList<>();

  @Test
  void everyPointIsShownChangedAndReset() throws Exception {
    FxToolkit.registerPrimaryStage();
    Stage stage = FxToolkit.registerStage(Stage::new);
    try {
      for (Locale locale : List.of(Locale.GERMANY, Locale.UK)) {
        Scene scene = show(stage, locale);
        TitledPane pane = (TitledPane) scene.lookup("#dialect");
        assertFalse(pane.isExpanded());
        robot.interact(() -> pane.setExpanded(true));
        WaitForAsyncUtils.waitForFxEvents();
        for (Point point : Point.values()) {
          Node control = control(scene, point);
          if (control instanceof TextField field) {
            assertEquals(point.usual(), field.getText(), point.key());
          }
        }
        List<Finding> findings = new ArrayList<>();
        robot.interact(() -> findings.addAll(SceneWalk.look(scene)));
        assertEquals(List.of(), findings);

        TextField path = (TextField) control(scene, Point.LOGIN_PATH);
        TextField file = (TextField) control(scene, Point.DOWNLOAD);
        robot.interact(() -> path.setText("/api/login_check"));
        robot.interact(() -> file.setText("files/{number}"));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> Picture.of(scene, "dialect-" + locale.getLanguage()));
        robot.interact(() -> button(scene, true).fire());
        assertEquals(List.of(), added);
        robot.interact(() -> reset(file).fire());
        assertTrue(file.isFocused());
        robot.interact(() -> button(scene, true).fire());
        Map<String, String> dialect = added.removeFirst().dialect();
        assertEquals(Map.of("loginPath", "/api/login_check"), dialect);
        assertEquals(Set.of(Point.LOGIN_PATH), RillsoftDialect.of(dialect).settled().keySet());
      }
    } finally {
      robot.interact(stage::close);
    }
  }

  private Scene show(Stage stage, Locale locale) throws Exception {
    CompletableFuture<Scene> shown = new CompletableFuture<>();
    robot.interact(
        () -> {
          NewServerViewModel model =
              new NewServerViewModel(added::add, () -> {}, DialectPoints::of, locale);
          NewServerView view = new NewServerView(model, Messages.of(NewServerView.class, locale));
          Scene scene = new Scene(new StackPane(view.root()), 960, 800);
          boolean dark = locale.equals(Locale.UK);
          Theme theme = new Theme(dark ? Theme.Mode.DARK : Theme.Mode.LIGHT);
          theme.install();
          theme.dress(scene);
          stage.setScene(scene);
          stage.show();
          type(scene, "https://ris.example.org");
          view.focus();
          shown.complete(scene);
        });
    WaitForAsyncUtils.waitForFxEvents();
    robot.interact(
        () -> {
          @SuppressWarnings("unchecked")
          var kind =
              (javafx.scene.control.ComboBox<ServerKind>) shown.join().lookup("#server-kind");
          kind.setValue(ServerKind.RILLSOFT);
        });
    WaitForAsyncUtils.waitForFxEvents();
    return shown.join();
  }

  /** The same in each field: what matters here is below them. */
  private static void type(Scene scene, String text) {
    scene.getRoot().applyCss();
    scene.getRoot().lookupAll(".text-field").stream()
        .filter(TextField.class::isInstance)
        .map(TextField.class::cast)
        .filter(TextField::isEditable)
        .forEach(field -> field.setText(text));
  }

  private static Node control(Scene scene, Point point) {
    Node found = scene.lookup("#dialect-" + point.key().replace('.', '-'));
    assertTrue(found != null, point.key());
    return found;
  }

  private static Button reset(Node control) {
    return control.getParent().getParent().getChildrenUnmodifiable().stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Button button(Scene scene, boolean isDefault) {
    return scene.getRoot().lookupAll(".button").stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> button.isDefaultButton() == isDefault)
        .findFirst()
        .orElseThrow();
  }
}
