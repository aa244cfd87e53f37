package org.kontor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsStoreTest {
  private static final ServerProfile REGISTRY =
      new ServerProfile("Registry", URI.create("https://dms.example:8443/x/"), "eva@office");

  @TempDir Path folder;
  private Path file;
  private SettingsStore store;

  @BeforeEach
  void open() {
    file = folder.resolve("config/settings.json");
    store = new SettingsStore(file);
  }

  @Test
  void withoutAFileThereAreTheDefaults() throws Exception {
    assertEquals(Settings.DEFAULTS, store.load());
  }

  @Test
  void whatWasSavedIsLoaded() throws Exception {
    Settings settings =
        Settings.DEFAULTS.with(REGISTRY).with(Settings.Theme.HIGH_CONTRAST).withFont(150);

    store.save(settings);

    assertEquals(settings, new SettingsStore(file).load());
    assertEquals(Optional.of(REGISTRY), store.load().currentProfile());
  }

  @Test
  void whatTheAdministratorFixedSurvives() throws Exception {
    ServerProfile fixed =
        new ServerProfile(
            "Archive",
            URI.create("https://archive.example"),
            "eva",
            Optional.of("6.5.0"),
            Map.of("tray", "SELECT * FROM my:tray", "order", ""));

    store.save(Settings.DEFAULTS.with(REGISTRY).with(fixed));

    assertEquals(List.of(REGISTRY, fixed), new SettingsStore(file).load().profiles());
    assertEquals(fixed.dialect(), REGISTRY.fixedLike(fixed).dialect());
    assertTrue(new ServerProfile("", URI.create("https://archive.example/"), "u").isAt(fixed));
  }

  @Test
  void oddOverridesAreLeftOut() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        {"profiles": [{"address": "https://a.example", "user": "u", "serviceVersion": 7,
          "dialect": {"tray": ["x"], "historyFirstPage": 0}}]}
        """);

    ServerProfile read = store.load().profiles().getFirst();

    assertEquals(Map.of("historyFirstPage", "0"), read.dialect());
    assertEquals(Optional.empty(), read.serviceVersion());
  }

  @Test
  void whatWasFoundOutIsKeptForEachServer() throws Exception {
    LearnedServers servers = new LearnedServers(folder.resolve("servers.json"));
    ServerProfile other = new ServerProfile("b", URI.create("https://b.example"), "u");

    servers.keep(REGISTRY, Map.of("tray", "old", "order", ""));
    servers.keep(other, Map.of("tray", "b"));
    servers.keep(REGISTRY, Map.of("tray", "new"));

    LearnedServers again = new LearnedServers(folder.resolve("servers.json"));
    assertEquals(Map.of("tray", "new"), again.of(REGISTRY));
    assertEquals(Map.of("tray", "b"), again.of(other));
    assertEquals(Map.of(), again.of(new ServerProfile("c", URI.create("https://c.example"), "u")));
  }

  @Test
  void unknownKeysSurviveAndOddValuesFallBack() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "{\"future\": {\"a\": 1}, \"theme\": \"pink\", \"profiles\": [{\"user\": 3}]}");

    store.save(store.load());

    assertTrue(Files.readString(file).contains("\"future\""));
    assertEquals(Settings.Theme.SYSTEM, store.load().theme());
    assertTrue(store.load().profiles().isEmpty());
  }

  @Test
  void aDamagedFileIsMovedAsideAndKept() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"profiles\": [");

    assertEquals(Settings.DEFAULTS, store.load());
    assertFalse(Files.exists(file));
    assertEquals(
        "{\"profiles\": [", Files.readString(folder.resolve("config/settings.json.damaged")));
  }

  @Test
  void aKeyNamesItsServerAgain() {
    ServerProfile again = ServerProfile.ofKey(REGISTRY.key());

    assertEquals("eva@office@https://dms.example:8443/x", REGISTRY.key());
    assertEquals("eva@office", again.user());
    assertEquals(REGISTRY.key(), again.key());
  }
}
