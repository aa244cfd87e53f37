package org.kontor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
  void limitsAreKeptAndWhatIsOutOfBoundsIsLeftOut() throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        {"profiles": [{"name": "a", "address": "https://a.example", "user": "u", "colour": "red",
          "limits": {"parallel": 0, "largeAtOnce": "2", "batch": 20, "batchBytes": 1.5,
            "settleSeconds": 99999999999999999999, "later": 7}}]}
        """);

    ServerProfile read = store.load().profiles().getFirst();
    store.save(store.load().with(Settings.Theme.DARK).with(REGISTRY));

    assertEquals(Map.of(ServerLimits.Point.BATCH, 20L), read.limits().values());
    Settings again = store.load();
    assertEquals(List.of(read, REGISTRY), again.profiles());
    assertEquals(
        read.limits(),
        again.fixed(new ServerProfile("", read.address(), "other")).limits(),
        "for everybody who signs in there");
    String written = Files.readString(file);
    assertTrue(written.contains("\"colour\"") && written.contains("\"later\""), written);
    assertThrows(
        IllegalArgumentException.class,
        () -> new ServerLimits(Map.of(ServerLimits.Point.PARALLEL, 0L)));
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

  @Test
  void theKindOfServerIsPartOfTheProfileAndOfItsKey() throws Exception {
    ServerProfile enaio = new ServerProfile("a", URI.create("http://127.0.0.1:8600/"), "demo");
    ServerProfile rillsoft =
        new ServerProfile("a", URI.create("http://127.0.0.1:8600/"), "demo", ServerKind.RILLSOFT);
    assertFalse(enaio.isAt(rillsoft));
    assertEquals("demo@http://127.0.0.1:8600", enaio.key());
    assertEquals("rillsoft:demo@http://127.0.0.1:8600", rillsoft.key());
    assertEquals(ServerKind.RILLSOFT, ServerProfile.ofKey(rillsoft.key()).kind());
    assertEquals("demo", ServerProfile.ofKey(rillsoft.key()).user());
    assertEquals(rillsoft.key(), ServerProfile.ofKey(rillsoft.key()).key());
    Path file = folder.resolve("kinds.json");
    new SettingsStore(file).save(Settings.DEFAULTS.with(enaio).with(rillsoft));
    assertEquals(List.of(enaio, rillsoft), new SettingsStore(file).load().profiles());
    Files.writeString(
        file, "{\"profiles\":[{\"address\":\"http://h\",\"user\":\"u\",\"kind\":\"later\"}]}");
    assertEquals(List.of(), new SettingsStore(file).load().profiles());
  }
}
