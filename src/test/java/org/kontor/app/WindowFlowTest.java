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
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
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

/** The start of the window, with what another start has left behind or still holds. */
@Tag("ui")
final class WindowFlowTest {
  private static final ServerProfile GONE =
      new ServerProfile("Old", URI.create("http://127.0.0.1:9/"), "meier");

  @TempDir Path home;
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
    try (FlowWindow shown = new FlowWindow(paths, Settings.DEFAULTS, Locale.UK)) {
      shown.until(() -> shown.says("Kontor is already running"));
      other.close();
      shown.robot.interact(() -> shown.button("Try again").fire());
      shown.until(() -> shown.says("Everything is sent"));
    }
  }

  @Test
  void entriesOfARemovedServerAreSaidAndItsServerIsOfferedAgain() throws Exception {
    leaveBehind(2);
    try (FlowWindow shown = new FlowWindow(paths, Settings.DEFAULTS, Locale.UK)) {
      shown.until(
          () -> shown.says("2 entries of the outbox wait for 127.0.0.1:9 and the account meier"));
      shown.robot.interact(() -> shown.item("Add 127.0.0.1:9 again (2 waiting)").fire());
      shown.until(() -> shown.says("Sign in"));
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
    try (FlowWindow shown = new FlowWindow(paths, settings, Locale.GERMANY)) {
      shown.until(() -> shown.says("Dieser Rechner"));
      shown.robot.interact(() -> shown.link("Dieser Rechner").fire());
      shown.until(() -> shown.says("Alles ist gesendet"));
      shown.robot.interact(() -> shown.item("Old (1 warten)").fire());
      shown.until(() -> shown.says("Dieser Rechner"));
    }
  }

  @Test
  void filesOfThisAndOfAnotherStartComeIntoTheTray() throws Exception {
    Path first = Files.writeString(home.resolve("Rechnung.txt"), "one");
    Path second = Files.writeString(home.resolve("Vertrag.txt"), "two");
    try (FlowWindow shown =
        new FlowWindow(
            paths, Settings.DEFAULTS, Locale.UK, new Errand(List.of(first), List.of()))) {
      shown.until(() -> shown.says("Rechnung"));
      assertTrue(SingleInstance.handOver(paths.data(), new Errand(List.of(second), List.of())));
      shown.until(() -> shown.says("Vertrag"));
      shown.until(() -> shown.says("Everything is sent"));
    }
  }

  @Test
  void aLinkToAServerThatNoProfileKnowsIsSaidWithItsName() throws Exception {
    String link = "kontor:object?server=https%3A%2F%2Farchive.example.org&id=4711";
    try (FlowWindow shown =
        new FlowWindow(paths, Settings.DEFAULTS, Locale.UK, new Errand(List.of(), List.of(link)))) {
      shown.until(() -> shown.says("https://archive.example.org"));
    }
  }

  @Test
  void aLinkToAnotherProfileOpensThatServer() throws Exception {
    Settings settings =
        new Settings(List.of(GONE), Optional.empty(), Settings.Theme.LIGHT, Optional.empty(), 100);
    ObjectLink link = ObjectLink.to(GONE.address().toString(), new ObjectId("1")).orElseThrow();
    try (FlowWindow shown = new FlowWindow(paths, settings, Locale.UK)) {
      shown.until(() -> shown.says("This computer"));
      shown.robot.interact(() -> shown.link("This computer").fire());
      shown.until(() -> shown.says("Everything is sent"));
      Errand errand = new Errand(List.of(), List.of(link.toString()));
      assertTrue(SingleInstance.handOver(paths.data(), errand));
      shown.until(() -> shown.says("Sign in") && shown.says("Old"));
    }
  }

  @Test
  void withLargeTextInASmallWindowANewServerIsScrolledTo() throws Exception {
    Settings settings =
        new Settings(List.of(GONE), Optional.empty(), Settings.Theme.LIGHT, Optional.empty(), 200);
    try (FlowWindow shown = new FlowWindow(paths, settings, Locale.UK)) {
      shown.until(() -> shown.says("Add a server"));
      shown.robot.interact(
          () -> {
            shown.stage.setWidth(960);
            shown.stage.setHeight(600);
            shown.link("Add a server …").fire();
          });
      shown.until(() -> shown.has(".combo-box"));
      Button add = shown.button("Add");
      shown.robot.interact(add::requestFocus);
      shown.robot.type(KeyCode.TAB).push(KeyCode.SHIFT, KeyCode.TAB);
      shown.until(
          () ->
              add.isFocused()
                  && shown
                      .stage
                      .getScene()
                      .getRoot()
                      .getLayoutBounds()
                      .contains(add.localToScene(add.getLayoutBounds())));
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
}
