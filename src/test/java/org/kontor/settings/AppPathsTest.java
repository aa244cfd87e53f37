package org.kontor.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppPathsTest {
  private static final Path HOME = Path.of("/home/eva");

  @Test
  void kontorHomeTakesThePlaceOfAllFolders() {
    AppPaths paths = AppPaths.of("Linux", HOME, Map.of("KONTOR_HOME", "/srv/k"), Optional.empty());

    assertEquals(Path.of("/srv/k/config"), paths.config());
    assertEquals(Path.of("/srv/k/data"), paths.data());
    assertEquals(Path.of("/srv/k/cache"), paths.cache());
    assertEquals(Path.of("/srv/k/logs"), paths.logs());
  }

  @Test
  void thePropertyWinsOverTheVariable() {
    AppPaths paths =
        AppPaths.of("Linux", HOME, Map.of("KONTOR_HOME", "/srv/k"), Optional.of("/tmp/p"));

    assertEquals(Path.of("/tmp/p/data/outbox"), paths.outbox());
  }

  @Test
  void linuxFollowsTheDesktopConventions() {
    AppPaths plain = AppPaths.of("Linux", HOME, Map.of(), Optional.empty());
    AppPaths moved = AppPaths.of("Linux", HOME, Map.of("XDG_DATA_HOME", "/d"), Optional.empty());

    assertEquals(Path.of("/home/eva/.config/kontor/settings.json"), plain.settingsFile());
    assertEquals(Path.of("/home/eva/.local/share/kontor"), plain.data());
    assertEquals(Path.of("/d/kontor"), moved.data());
  }

  @Test
  void windowsKeepsTheJournalOutOfTheRoamingProfile() {
    AppPaths paths =
        AppPaths.of(
            "Windows 11", HOME, Map.of("APPDATA", "/r", "LOCALAPPDATA", "/l"), Optional.empty());

    assertEquals(Path.of("/r/Kontor"), paths.config());
    assertEquals(Path.of("/l/Kontor/data"), paths.data());
  }

  @Test
  void foldersAreForTheirOwnerOnly(@TempDir Path folder) throws Exception {
    AppPaths paths =
        AppPaths.of("Linux", HOME, Map.of(), Optional.of(folder.resolve("k").toString()));

    paths.create();

    assertTrue(Files.isDirectory(paths.logs()));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(paths.data())));
  }
}
