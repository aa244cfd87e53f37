package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.app.single.Errand;
import org.kontor.app.single.SingleInstance;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;
import org.kontor.settings.AppPaths;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;
import org.kontor.ui.common.ObjectLink;
import org.kontor.ui.common.Theme;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The start of the window, with what another start has left behind or still holds. */
@Tag("ui")
final class WindowFlowTest {
  private static final ServerProfile GONE =
      new ServerProfile("Old", URI.create("http://127.0.0.1:9/"), "meier");

  @TempDir Path home;
  private final FxRobot robot = new FxRobot();
  private AppPaths paths;

  @BeforeEach
  void folders() throws Exception {
    paths =
        new AppPaths(
            home.resolve("config"),
            home.resolve("data"),
            home.resolve("cache"),
            home.resolve("logs"));
    paths.create();
  }

  @Test
  void aSecondProgramSaysThatAnotherIsRunningAndGoesOnWhenThatHasEnded() throws Exception {
    Outbox other = Outbox.open(paths.outbox());
    try (Shown shown = new Shown(Settings.DEFAULTS, Locale.UK)) {
      until(() -> shown.says("Kontor is already running"));
      other.close();
      robot.interact(() -> shown.button("Try again").fire());
      until(() -> shown.says("Everything is sent"));
    }
  }

  @Test
  void entriesOfARemovedServerAreSaidAndItsServerIsOfferedAgain() throws Exception {
    leaveBehind(2);
    try (Shown shown = new Shown(Settings.DEFAULTS, Locale.UK)) {
      until(() -> shown.says("2 entries of the outbox wait for 127.0.0.1:9 and the account meier"));
      robot.interact(() -> shown.item("Add 127.0.0.1:9 again (2 waiting)").fire());
      until(() -> shown.says("Sign in"));
    }
    Settings saved = new org.kontor.settings.SettingsStore(paths.settingsFile()).load();
    assertEquals(List.of(GONE.key()), saved.profiles().stream().map(ServerProfile::key).toList());
    try (Outbox outbox = Outbox.open(paths.outbox())) {
      assertEquals(Map.of(GONE.key(), 2), outbox.waiting());
    }
  }

  @Test
  void entriesOfAnotherServerAreCountedInTheMenu() throws Exception {
    leaveBehind(1);
    Settings settings =
        new Settings(List.of(GONE), Optional.empty(), Settings.Theme.LIGHT, Optional.empty(), 100);
    try (Shown shown = new Shown(settings, Locale.GERMANY)) {
      until(() -> shown.says("Dieser Rechner"));
      robot.interact(() -> shown.link("Dieser Rechner").fire());
      until(() -> shown.says("Alles ist gesendet"));
      robot.interact(() -> shown.item("Old (1 warten)").fire());
      until(() -> shown.says("Dieser Rechner"));
    }
  }

  @Test
  void filesOfThisAndOfAnotherStartComeIntoTheTray() throws Exception {
    Path first = Files.writeString(home.resolve("Rechnung.txt"), "one");
    Path second = Files.writeString(home.resolve("Vertrag.txt"), "two");
    try (Shown shown =
        new Shown(Settings.DEFAULTS, Locale.UK, new Errand(List.of(first), List.of()))) {
      until(() -> shown.says("Rechnung"));
      assertTrue(SingleInstance.handOver(paths.data(), new Errand(List.of(second), List.of())));
      until(() -> shown.says("Vertrag"));
      until(() -> shown.says("Everything is sent"));
    }
  }

  @Test
  void aLinkToAServerThatNoProfileKnowsIsSaidWithItsName() throws Exception {
    String link = "kontor:object?server=https%3A%2F%2Farchive.example.org&id=4711";
    try (Shown shown =
        new Shown(Settings.DEFAULTS, Locale.UK, new Errand(List.of(), List.of(link)))) {
      until(() -> shown.says("https://archive.example.org"));
    }
  }

  @Test
  void aLinkToAnotherProfileOpensThatServer() throws Exception {
    Settings settings =
        new Settings(List.of(GONE), Optional.empty(), Settings.Theme.LIGHT, Optional.empty(), 100);
    ObjectLink link = ObjectLink.to(GONE.address().toString(), new ObjectId("1")).orElseThrow();
    try (Shown shown = new Shown(settings, Locale.UK)) {
      until(() -> shown.says("This computer"));
      robot.interact(() -> shown.link("This computer").fire());
      until(() -> shown.says("Everything is sent"));
      Errand errand = new Errand(List.of(), List.of(link.toString()));
      assertTrue(SingleInstance.handOver(paths.data(), errand));
      until(() -> shown.says("Sign in") && shown.says("Old"));
    }
  }

  private void leaveBehind(int files) throws Exception {
    Path file = Files.writeString(home.resolve("letter.txt"), "x");
    Operation insert =
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(SourceFile.of(file)));
    try (Outbox outbox = Outbox.open(paths.outbox())) {
      for (int i = 0; i < files; i++) {
        outbox.accept(GONE.key(), Lane.BULK, List.of(new Draft("letter", insert)));
      }
    }
  }

  private void until(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(
        60,
        TimeUnit.SECONDS,
        () -> {
          CompletableFuture<Boolean> now = new CompletableFuture<>();
          robot.interact(() -> now.complete(condition.getAsBoolean()));
          return now.join();
        });
  }

  /** The window from its start on. */
  private final class Shown implements AutoCloseable {
    private final Stage stage;
    private final WindowFlow flow;
    private final SingleInstance instance;

    Shown(Settings settings, Locale locale) throws Exception {
      this(settings, locale, Errand.NONE);
    }

    Shown(Settings settings, Locale locale, Errand errand) throws Exception {
      instance = SingleInstance.claim(paths.data()).orElseThrow();
      Start start = new Start(paths, instance, errand, false);
      FxToolkit.registerPrimaryStage();
      stage = FxToolkit.registerStage(Stage::new);
      CompletableFuture<WindowFlow> begun = new CompletableFuture<>();
      robot.interact(
          () -> {
            Theme theme = new Theme(Theme.Mode.LIGHT);
            theme.install();
            WindowFlow made = new WindowFlow(stage, start, settings, theme, locale);
            made.begin();
            begun.complete(made);
          });
      flow = begun.join();
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
      robot.interact(
          () -> {
            flow.close();
            stage.close();
          });
      instance.close();
    }
  }
}
