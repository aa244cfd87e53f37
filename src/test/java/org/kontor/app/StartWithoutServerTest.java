package org.kontor.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.PasswordField;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.app.single.Errand;
import org.kontor.dms.DmsException;
import org.kontor.local.Account;
import org.kontor.local.LocalServer;
import org.kontor.local.LocalServerOptions;
import org.kontor.local.rillsoft.RillsoftOptions;
import org.kontor.model.Schema;
import org.kontor.program.PlainClient;
import org.kontor.settings.AppPaths;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerLimits;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.Settings;

/** A start while the server is away: what it was known to be is enough to file in the tray. */
@Tag("ui")
final class StartWithoutServerTest {
  private static final String PASSWORD = "geheim";

  @TempDir Path home;

  @Test
  void filesAreTakenAndSentOnceTheServerIsBack() throws Exception {
    AppPaths paths = paths();
    int port;
    Settings settings;
    int before;
    try (LocalServer server = server(0)) {
      port = server.baseUri().getPort();
      settings = with(new ServerProfile("Archiv", server.baseUri(), "eva"));
      try (FlowWindow met = new FlowWindow(paths, settings, Locale.UK, Errand.NONE)) {
        signIn(met);
        met.until(() -> met.says("Everything is sent"));
      }
      before = new PlainClient(server.baseUri(), "eva", PASSWORD).tray().size();
    }

    Path letter = Files.writeString(home.resolve("Rechnung.txt"), "one");
    try (FlowWindow alone =
        new FlowWindow(paths, settings, Locale.UK, new Errand(List.of(letter), List.of()))) {
      signIn(alone);
      alone.until(() -> alone.says("Kontor shows what it knew of it"));
      alone.until(() -> alone.says("Rechnung"));
      alone.until(() -> alone.says("Accounting"));
      assertTrue(alone.says("eva"), "the person is known too");
      try (LocalServer server = server(port)) {
        alone.until(() -> alone.says("Everything is sent"));
        PlainClient eva = new PlainClient(server.baseUri(), "eva", PASSWORD);
        assertEquals(before + 1, eva.tray().size());
      }
    }
  }

  @Test
  void aRillsoftServerIsKnownByItsClients() throws Exception {
    AppPaths paths = paths();
    Settings settings;
    try (LocalServer server = server(0)) {
      settings =
          with(
              new ServerProfile(
                  "Plan",
                  server.baseUri(),
                  "eva",
                  ServerKind.RILLSOFT,
                  Optional.empty(),
                  Map.of(),
                  ServerLimits.NONE));
      try (FlowWindow met = new FlowWindow(paths, settings, Locale.UK, Errand.NONE)) {
        signIn(met);
        met.until(() -> met.says("Everything is sent"));
      }
    }
    try (FlowWindow alone = new FlowWindow(paths, settings, Locale.UK, Errand.NONE)) {
      signIn(alone);
      alone.until(() -> alone.says("Kontor shows what it knew of it"));
      alone.until(() -> alone.says("Filing plan · Nordwind Anlagenbau AG"));
    }
  }

  @Test
  void aServerThatWasNeverMetIsNotOpened() throws Exception {
    int port;
    try (LocalServer server = server(0)) {
      port = server.baseUri().getPort();
    }
    Settings settings =
        with(new ServerProfile("Neu", URI.create("http://127.0.0.1:" + port), "eva"));
    try (FlowWindow shown = new FlowWindow(paths(), settings, Locale.UK, Errand.NONE)) {
      signIn(shown);
      shown.until(() -> shown.says("No server answers at this address"));
      assertTrue(shown.says("Sign in"));
    }
  }

  @Test
  void anotherDefinitionThanTheOneKnownIsNoticedWhenTheServerIsBack() throws Exception {
    AppPaths paths = paths();
    ServerProfile profile;
    try (LocalServer server = server(0)) {
      profile = new ServerProfile("Archiv", server.baseUri(), "eva");
      OpenServer.profile(profile, PASSWORD, paths, Locale.UK).close();
    }
    try (OpenServer away = OpenServer.profile(profile, PASSWORD, paths, Locale.UK)) {
      assertTrue(away.isRecalled());
      try (LocalServer _ = server(profile.address().getPort())) {
        assertFalse(away.meet(), "the same as before");
      }
    }
    try (OpenServer away = OpenServer.profile(profile, PASSWORD, paths, Locale.UK)) {
      Schema known = away.session().schema();
      assertThrows(DmsException.Unreachable.class, away::meet);
      try (LocalServer _ = renamed(profile.address().getPort())) {
        assertTrue(away.meet(), "a cabinet has another name");
      }
      assertNotEquals(known.cabinets(), away.session().schema().cabinets());
      assertFalse(away.isRecalled());
    }
  }

  @Test
  void aServerThatSaysNoIsNotAway() throws Exception {
    AppPaths paths = paths();
    ServerProfile profile;
    try (LocalServer server = server(0)) {
      profile = new ServerProfile("Archiv", server.baseUri(), "eva");
      OpenServer.profile(profile, PASSWORD, paths, Locale.UK).close();
    }
    try (LocalServer _ = server(profile.address().getPort())) {
      assertThrows(
          DmsException.NotSignedIn.class,
          () -> OpenServer.profile(profile, "wrong", paths, Locale.UK));
    }
  }

  private LocalServer renamed(int port) throws Exception {
    Path definition = home.resolve("definition.json");
    try (var original = LocalServer.class.getResourceAsStream("demo-definition.json")) {
      String text =
          new String(Objects.requireNonNull(original).readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(definition, text.replace("\"Accounting\"", "\"Ledger\""));
    }
    return LocalServer.start(
        new LocalServerOptions(
            port,
            home.resolve("other"),
            Optional.of(definition),
            List.of(new Account("eva", PASSWORD)),
            false));
  }

  private static void signIn(FlowWindow shown) throws Exception {
    shown.until(
        () ->
            shown.has(".password-field")
                && shown.node(PasswordField.class, ".password-field").isFocused());
    shown.robot.interact(
        () -> {
          shown.node(PasswordField.class, ".password-field").setText(PASSWORD);
          shown.button("Sign in").fire();
        });
  }

  private static Settings with(ServerProfile profile) {
    return new Settings(
        List.of(profile), Optional.of(profile.key()), Settings.Theme.LIGHT, Optional.empty(), 100);
  }

  private LocalServer server(int port) throws Exception {
    return LocalServer.start(
        new LocalServerOptions(
                port,
                home.resolve("server"),
                Optional.empty(),
                List.of(new Account("eva", PASSWORD)),
                true)
            .with(RillsoftOptions.USUAL));
  }

  private AppPaths paths() throws Exception {
    AppPaths paths =
        new AppPaths(
            home.resolve("config"),
            home.resolve("data"),
            home.resolve("cache"),
            home.resolve("logs"));
    paths.create();
    return paths;
  }
}
