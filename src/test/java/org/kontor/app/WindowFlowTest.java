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
import org.testfx.api.FxRobot;

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
    try (StartedWindow shown = started(Settings.DEFAULTS, Locale.UK)) {
      shown.awaitText("Kontor is already running");
      other.close();
      robot.interact(() -> shown.button("Try again").fire());
      shown.awaitText("Everything is sent");
    }
  }

  @Test
  void entriesOfARemovedServerAreSaidAndItsServerIsOfferedAgain() throws Exception {
    leaveBehind(2);
    try (StartedWindow shown = started(Settings.DEFAULTS, Locale.UK)) {
      StartedWindow.until(
          () -> shown.says("2 entries of the outbox wait for 127.0.0.1:9 and the account meier"));
      robot.interact(() -> shown.item("Add 127.0.0.1:9 again (2 waiting)").fire());
      shown.awaitText("Sign in");
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
    try (StartedWindow shown = started(settings, Locale.GERMANY)) {
      shown.awaitText("Dieser Rechner");
      robot.interact(() -> shown.link("Dieser Rechner").fire());
      shown.awaitText("Alles ist gesendet");
      robot.interact(() -> shown.item("Old (1 warten)").fire());
      shown.awaitText("Dieser Rechner");
    }
  }

  @Test
  void filesOfThisAndOfAnotherStartComeIntoTheTray() throws Exception {
    Path first = Files.writeString(home.resolve("Rechnung.txt"), "one");
    Path second = Files.writeString(home.resolve("Vertrag.txt"), "two");
    try (StartedWindow shown =
        started(Settings.DEFAULTS, Locale.UK, new Errand(List.of(first), List.of()))) {
      shown.awaitText("Rechnung");
      assertTrue(SingleInstance.handOver(paths.data(), new Errand(List.of(second), List.of())));
      shown.awaitText("Vertrag");
      shown.awaitText("Everything is sent");
    }
  }

  @Test
  void aLinkToAServerThatNoProfileKnowsIsSaidWithItsName() throws Exception {
    String link = "kontor:object?server=https%3A%2F%2Farchive.example.org&id=4711";
    try (StartedWindow shown =
        started(Settings.DEFAULTS, Locale.UK, new Errand(List.of(), List.of(link)))) {
      shown.awaitText("https://archive.example.org");
    }
  }

  @Test
  void aLinkToAnotherProfileOpensThatServer() throws Exception {
    Settings settings =
        new Settings(List.of(GONE), Optional.empty(), Settings.Theme.LIGHT, Optional.empty(), 100);
    ObjectLink link = ObjectLink.to(GONE.address().toString(), new ObjectId("1")).orElseThrow();
    try (StartedWindow shown = started(settings, Locale.UK)) {
      shown.awaitText("This computer");
      robot.interact(() -> shown.link("This computer").fire());
      shown.awaitText("Everything is sent");
      Errand errand = new Errand(List.of(), List.of(link.toString()));
      assertTrue(SingleInstance.handOver(paths.data(), errand));
      StartedWindow.until(() -> shown.says("Sign in") && shown.says("Old"));
    }
  }

  private StartedWindow started(Settings settings, Locale locale) throws Exception {
    return started(settings, locale, Errand.NONE);
  }

  private StartedWindow started(Settings settings, Locale locale, Errand errand) throws Exception {
    return new StartedWindow(paths, settings, locale, errand);
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
