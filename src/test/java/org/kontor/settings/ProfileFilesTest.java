package org.kontor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles that an administrator rolled out, and decisions about keys, on the disk. */
final class ProfileFilesTest {
  @TempDir Path home;

  @Test
  void theAdministratorsProfilesComeFirstAndAreNeverWritten() throws Exception {
    AppPaths paths =
        new AppPaths(
            home.resolve("config"), home.resolve("data"), home.resolve("c"), home.resolve("l"));
    Files.createDirectories(paths.administered());
    Files.writeString(
        paths.administered().resolve("20-house.json"),
        """
        {"profiles": [{"name": "House", "address": "https://house.example.org",
          "colour": "teal", "limits": {"parallel": 2}}]}
        """);
    Files.writeString(
        paths.administered().resolve("10-archive.json"),
        """
        {"name": "Archive", "address": "https://archive.example.org", "user": "eva"}
        """);
    Files.writeString(paths.administered().resolve("30-broken.json"), "{");
    SettingsStore store = new SettingsStore(paths);
    ServerProfile own =
        new ServerProfile("Mine", URI.create("https://mine.example.org"), "eva")
            .with(ProfileColour.RED);

    store.save(store.load().with(own).with(new Amounts(Optional.of(3), 64, 8)));

    Settings settings = store.load();
    assertEquals(
        List.of("Archive", "House", "Mine"),
        settings.profiles().stream().map(ServerProfile::name).toList());
    assertEquals(System.getProperty("user.name"), settings.administered().get(1).user());
    assertEquals(Optional.of(ProfileColour.TEAL), settings.administered().get(1).colour());
    assertEquals(List.of(own), settings.own());
    assertEquals(new Amounts(Optional.of(3), 64, 8), settings.amounts());
    assertFalse(Files.readString(paths.settingsFile()).contains("house.example.org"));
    assertEquals(settings, settings.replacing(settings.administered().getFirst().key(), own));
  }

  @Test
  void aDecisionIsKeptForItsHostAndPortUntilItIsTakenBack() throws Exception {
    TrustStore store = new TrustStore(home.resolve("trust.json"));
    TrustDecision decision =
        new TrustDecision("DMS.example.org", 8443, List.of("dms"), "AB", "00ff", Instant.EPOCH);
    store.add(decision);
    TrustStore again = new TrustStore(home.resolve("trust.json"));
    assertEquals(List.of(decision), again.decisions());
    assertEquals(Optional.of("00ff"), again.keyOf("dms.EXAMPLE.org", 8443));
    assertEquals(Optional.empty(), again.keyOf("dms.example.org", 443));
    assertTrue(decision.isOf(URI.create("https://dms.example.org:8443/api")));
    assertFalse(decision.isOf(URI.create("http://dms.example.org:8443/api")));
    again.revoke(decision);
    assertEquals(Optional.empty(), store.keyOf("dms.example.org", 8443));
  }
}
