package org.kontor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.HostileNames;

/** Files of profiles that others wrote: by Kontor, by hand, by mistake. */
final class ImportedProfilesTest {
  private static final int FILES = 2000;
  private static final String GOOD =
      "{\"name\": \"A\", \"address\": \"https://a.org\", \"user\": \"u\"}";

  @TempDir Path folder;
  private final Random random = new Random(7);

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    Path file = folder.resolve("servers.json");
    List<String> names = HostileNames.some(200, 3).map(ImportedProfilesTest::whole).toList();
    for (int round = 0; round < 100; round++) {
      List<ServerProfile> profiles = new ArrayList<>();
      for (int each = 0; each <= round % 5; each++) {
        profiles.add(profile(names.get(random.nextInt(names.size())), each));
      }
      ProfileFiles.write(file, profiles);
      assertEquals(new ProfileFiles.Held(profiles, 0), ProfileFiles.read(file));
    }
  }

  /** Cut, with bytes changed, put together anew: profiles come out that can be used, or none. */
  @Test
  void rubbishIsNoProfile() throws Exception {
    Path good = folder.resolve("good.json");
    ProfileFiles.write(good, List.of(profile("Archiv", 1), profile("Büro", 2)));
    byte[] bytes = Files.readAllBytes(good);
    Path file = folder.resolve("bad.json");
    int read = 0;
    for (int round = 0; round < FILES; round++) {
      byte[] changed = bytes.clone();
      for (int each = 0; each <= random.nextInt(4); each++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(4) == 0 ? random.nextInt(changed.length) : changed.length;
      Files.write(file, Arrays.copyOf(changed, length));
      try {
        ProfileFiles.read(file).profiles().forEach(ImportedProfilesTest::assertUsable);
        read++;
      } catch (ProfileFiles.NoProfilesException _) {
        // As it should be told.
      }
    }
    assertTrue(read > 0 && read < FILES, "both happen: " + read);
  }

  @Test
  void whatIsNoFileOfProfilesIsSaidToBeNone() throws Exception {
    for (String text :
        List.of(
            "",
            "{",
            "[]",
            "{}",
            "null",
            "7",
            "\"a\"",
            "{\"profiles\": 7}",
            "[[[[",
            "{\"profiles\": [{}]}",
            "[".repeat(100_000),
            "{\"name\": \"A\"}",
            "{\"address\": \"https://a.org.\", \"user\": \"u\"}",
            "{\"address\": \"https://u:secret@a.org\", \"user\": \"u\"}",
            "{\"address\": \"https://a.org/#/inbox\", \"user\": \"u\"}",
            "{\"address\": \"ftp://a.org\", \"user\": \"u\"}",
            "{\"address\": \"a.org\", \"user\": \"u\"}",
            "{\"address\": \"https://a.org\", \"user\": \"u:v\"}",
            "{\"address\": \"https://a.org\", \"user\": \"u\", \"kind\": \"of-later\"}",
            "x".repeat(2 << 20))) {
      Path file = Files.writeString(folder.resolve("no.json"), text);
      assertThrows(
          ProfileFiles.NoProfilesException.class,
          () -> ProfileFiles.read(file),
          text.substring(0, Math.min(80, text.length())));
    }
    assertThrows(IOException.class, () -> ProfileFiles.read(folder.resolve("not there")));
  }

  @Test
  void whatIsUnderstoodIsTakenOnceAndTheRestCounted() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("mixed.json"),
            "{\"profiles\": [%s, 7, {\"address\": \"nowhere\"}, %s], \"later\": {}}"
                .formatted(GOOD, GOOD.replace("\"A\"", "\"Again\"")));
    ProfileFiles.Held held = ProfileFiles.read(file);
    assertEquals(List.of("A"), held.profiles().stream().map(ServerProfile::name).toList());
    assertEquals(3, held.leftOut());
  }

  /** As editors on Windows leave it. */
  @Test
  void aMarkOfTheEncodingIsNoHindrance() throws Exception {
    Path file = folder.resolve("marked.json");
    Files.writeString(file, "\ufeff[" + GOOD + "]");
    assertEquals(1, ProfileFiles.read(file).profiles().size());
    Files.write(file, ("\ufeff" + GOOD).getBytes(StandardCharsets.UTF_16LE));
    assertEquals(1, ProfileFiles.read(file).profiles().size());

    Path settings = folder.resolve("settings.json");
    Files.writeString(settings, "\ufeff{\"language\": \"de\", \"profiles\": [" + GOOD + "]}");
    assertEquals(Optional.of("de"), new SettingsStore(settings).load().language());
    Files.write(settings, "{\"language\": \"dé\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertEquals(Optional.empty(), new SettingsStore(settings).load().language());
    assertTrue(Files.exists(folder.resolve("settings.json.damaged")));
  }

  /** A password that somebody wrote into a file by hand goes nowhere from there. */
  @Test
  void whatIsUnknownStaysInTheSettingsAndIsNotHandedOn() throws Exception {
    Path settings = folder.resolve("settings.json");
    String later = "{\"kind\": \"later\", \"address\": \"https://l.org\"}";
    String secret = GOOD.replace("}", ", \"password\": \"canary-55\"}");
    Files.writeString(settings, "{\"profiles\": [" + secret + "," + later + "]}");
    SettingsStore store = new SettingsStore(settings);
    store.save(store.load().withLanguage(Optional.of("en")));
    String kept = Files.readString(settings);
    assertTrue(kept.contains("\"later\"") && kept.contains("canary-55"), kept);

    Path file = folder.resolve("servers.json");
    ProfileFiles.write(file, store.load().own());
    assertFalse(Files.readString(file).contains("canary"));
    Files.writeString(file, secret);
    Path other = folder.resolve("other.json");
    SettingsStore elsewhere = new SettingsStore(other);
    elsewhere.save(elsewhere.load().withOwn(ProfileFiles.read(file).profiles()));
    assertFalse(Files.readString(other).contains("canary"));
  }

  /** Half a letter cannot be written. */
  private static String whole(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static void assertUsable(ServerProfile profile) {
    assertFalse(profile.name().isBlank());
    assertFalse(profile.user().isBlank());
    assertTrue(profile.address().getHost() != null && profile.address().getUserInfo() == null);
    assertEquals(profile.key(), ServerProfile.ofKey(profile.key()).key());
  }

  private ServerProfile profile(String name, int number) {
    Map<ServerLimits.Point, Long> limits = new EnumMap<>(ServerLimits.Point.class);
    if (random.nextBoolean()) {
      limits.put(ServerLimits.Point.PARALLEL, 1L + random.nextInt(64));
    }
    Map<String, String> dialect = new HashMap<>();
    if (random.nextBoolean()) {
      dialect.put("order", random.nextBoolean() ? "" : name);
    }
    return new ServerProfile(
        name.isBlank() ? "x" : name,
        URI.create("https://host" + number + ".example.org:" + (1 + random.nextInt(60000))),
        "user " + name.replace(":", "").strip() + "x",
        random.nextBoolean() ? ServerKind.ENAIO : ServerKind.RILLSOFT,
        random.nextBoolean() ? Optional.of("6.5.1") : Optional.empty(),
        dialect,
        new ServerLimits(limits),
        random.nextBoolean() ? Optional.of(ProfileColour.TEAL) : Optional.empty());
  }
}
