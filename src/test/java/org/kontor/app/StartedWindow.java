package org.kontor.app;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.kontor.app.single.Errand;
import org.kontor.app.single.SingleInstance;
import org.kontor.settings.AppPaths;
import org.kontor.settings.Settings;
import org.kontor.ui.common.Theme;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The window of the program from its start on. */
final class StartedWindow implements AutoCloseable {
  private static final FxRobot ROBOT = new FxRobot();

  final Stage stage;
  private final WindowFlow flow;
  private final SingleInstance instance;

  StartedWindow(AppPaths paths, Settings settings, Locale locale, Errand errand) throws Exception {
    instance = SingleInstance.claim(paths.data()).orElseThrow();
    Start start = new Start(paths, instance, errand, false);
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    CompletableFuture<WindowFlow> begun = new CompletableFuture<>();
    ROBOT.interact(
        () -> {
          Theme theme = new Theme(Theme.Mode.LIGHT);
          theme.install();
          WindowFlow made = new WindowFlow(stage, start, settings, theme, locale);
          made.begin();
          begun.complete(made);
        });
    flow = begun.join();
  }

  /** Waits until the window shows a text; fails with all that it shows. */
  void awaitText(String text) throws Exception {
    try {
      until(() -> says(text));
    } catch (java.util.concurrent.TimeoutException never) {
      throw new AssertionError("no \"" + text + "\" in " + texts().toList(), never);
    }
  }

  /** Waits for something that the window's thread can tell. */
  static void until(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> {
          CompletableFuture<Boolean> now = new CompletableFuture<>();
          ROBOT.interact(() -> now.complete(condition.getAsBoolean()));
          return now.join();
        });
  }

  /** What a person types who is asked for a password. */
  void signIn(String password) throws Exception {
    until(() -> stage.getScene().lookup(".password-field") instanceof PasswordField);
    ROBOT.interact(
        () -> {
          ((PasswordField) stage.getScene().lookup(".password-field")).setText(password);
          button("Sign in").fire();
        });
  }

  boolean says(String text) {
    return texts().anyMatch(one -> one.contains(text));
  }

  private Stream<String> texts() {
    return stage.getScene().getRoot().lookupAll("*").stream()
        .filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText())
        .filter(text -> text != null);
  }

  Button button(String text) {
    return stage.getScene().getRoot().lookupAll(".button").stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> text.equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  Hyperlink link(String text) {
    return stage.getScene().getRoot().lookupAll(".hyperlink").stream()
        .map(Hyperlink.class::cast)
        .filter(link -> text.equals(link.getText()))
        .findFirst()
        .orElseThrow();
  }

  MenuItem item(String text) {
    return stage.getScene().getRoot().lookupAll(".menu-button").stream()
        .flatMap(node -> ((MenuButton) node).getItems().stream())
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    ROBOT.interact(
        () -> {
          flow.close();
          stage.close();
        });
    instance.close();
  }
}
