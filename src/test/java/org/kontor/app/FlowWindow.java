package org.kontor.app;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.kontor.app.single.Errand;
import org.kontor.app.single.SingleInstance;
import org.kontor.settings.AppPaths;
import org.kontor.settings.Settings;
import org.kontor.ui.common.FontSize;
import org.kontor.ui.common.Theme;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The window of the program from its start on, as a test sees it. */
final class FlowWindow implements AutoCloseable {
  final FxRobot robot = new FxRobot();
  final Stage stage;
  final WindowFlow flow;
  private final SingleInstance instance;

  FlowWindow(AppPaths paths, Settings settings, Locale locale) throws Exception {
    this(paths, settings, locale, Errand.NONE);
  }

  FlowWindow(AppPaths paths, Settings settings, Locale locale, Errand errand) throws Exception {
    instance = SingleInstance.claim(paths.data()).orElseThrow();
    Start start = new Start(paths, instance, errand, false);
    FxToolkit.registerPrimaryStage();
    stage = FxToolkit.registerStage(Stage::new);
    CompletableFuture<WindowFlow> begun = new CompletableFuture<>();
    robot.interact(
        () -> {
          Theme theme = new Theme(Theme.Mode.LIGHT, new FontSize(settings.fontPercent()));
          theme.install();
          WindowFlow made = new WindowFlow(stage, start, settings, theme, locale);
          made.begin();
          begun.complete(made);
        });
    flow = begun.join();
  }

  /** Waits at most a minute until this holds, asked on the thread that draws the window. */
  void until(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> {
          CompletableFuture<Boolean> now = new CompletableFuture<>();
          robot.interact(() -> now.complete(condition.getAsBoolean()));
          return now.join();
        });
  }

  boolean says(String text) {
    return all()
        .filter(Labeled.class::isInstance)
        .map(node -> ((Labeled) node).getText())
        .anyMatch(one -> one != null && one.contains(text));
  }

  boolean has(String selector) {
    return stage.getScene().getRoot().lookup(selector) != null;
  }

  /** The node of this kind that a selector names. */
  <T extends Node> T node(Class<T> kind, String selector) {
    return kind.cast(stage.getScene().getRoot().lookup(selector));
  }

  Button button(String text) {
    return all()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> text.equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  Hyperlink link(String text) {
    return all()
        .filter(Hyperlink.class::isInstance)
        .map(Hyperlink.class::cast)
        .filter(link -> text.equals(link.getText()))
        .findFirst()
        .orElseThrow();
  }

  /** Of one of the menus in the window. */
  MenuItem item(String text) {
    return items().filter(item -> text.equals(item.getText())).findFirst().orElseThrow();
  }

  Stream<MenuItem> items() {
    return all()
        .filter(MenuButton.class::isInstance)
        .flatMap(node -> ((MenuButton) node).getItems().stream());
  }

  private Stream<Node> all() {
    return stage.getScene().getRoot().lookupAll("*").stream();
  }

  @Override
  public void close() {
    robot.interact(
        () -> {
          flow.close();
          stage.close();
        });
    instance.close();
  }
}
