package org.kontor.ui.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;
import org.kontor.ui.lists.Picture;
import org.kontor.ui.walk.Finding;
import org.kontor.ui.walk.SceneWalk;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** The form of a sign-in says what is asked for, to the eye and to a screen reader. */
@Tag("ui")
final class SignInViewTest {
  private final FxRobot robot = new FxRobot();

  @Test
  void whereATokenIsAskedForNothingSpeaksOfAPassword() throws Exception {
    FxToolkit.registerPrimaryStage();
    Stage stage = FxToolkit.registerStage(Stage::new);
    try (BackgroundTasks tasks = new BackgroundTasks(Runnable::run)) {
      for (Locale locale : List.of(Locale.GERMANY, Locale.UK)) {
        for (boolean keyring : new boolean[] {true, false}) {
          robot.interact(() -> show(stage, locale, keyring, tasks));
          String name = "sign-in-token-" + locale.getLanguage() + (keyring ? "" : "-no-keyring");
          robot.interact(() -> check(stage.getScene(), name));
        }
      }
    } finally {
      robot.interact(stage::close);
    }
  }

  private static void show(Stage stage, Locale locale, boolean keyring, BackgroundTasks tasks) {
    SignInRequest request =
        new SignInRequest(
            "Projekte", "https://ris.example.org", "eva", true, false, keyring, Secret.TOKEN);
    SignInView view =
        new SignInView(
            new SignInViewModel<>(request, _ -> "in", _ -> {}, tasks, _ -> {}, locale),
            Messages.of(SignInView.class, locale));
    Scene scene = new Scene(new StackPane(view.root()), 480, 460);
    Theme theme = new Theme(locale.equals(Locale.UK) ? Theme.Mode.DARK : Theme.Mode.LIGHT);
    theme.install();
    theme.dress(scene);
    stage.setScene(scene);
    stage.show();
    view.focus();
  }

  private static void check(Scene scene, String name) {
    PasswordField field = (PasswordField) scene.getRoot().lookup(".password-field");
    assertTrue(field.isFocused());
    Labeled label = (Labeled) field.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
    assertEquals("Token", label.getText());
    for (var node : scene.getRoot().lookupAll(".label, .check-box, .button")) {
      String text = ((Labeled) node).getText();
      assertFalse(text.contains("Kennwort") || text.toLowerCase(Locale.ROOT).contains("password"));
    }
    List<Finding> findings = new ArrayList<>(SceneWalk.look(scene));
    Picture.of(scene, name);
    assertEquals(List.of(), findings);
  }
}
