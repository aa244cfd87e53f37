package org.kontor.rillsoft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.settings.ServerKind;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.SettingsStore;

/** The page for administrators names every point that is not documented, with what is assumed. */
final class RillsoftProfilesPageTest {
  private static final Path PAGE = Path.of("docs/profiles.md");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Point.class)
  void namesEveryPointWithItsAssumption(Point point) throws IOException {
    String text = point.usual().isEmpty() ? "none" : '`' + point.usual() + '`';
    List<String> rows =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `" + point.key() + "` |"))
            .filter(line -> line.endsWith("| " + text + " |"))
            .toList();
    assertEquals(1, rows.size(), point.key());
  }

  @Test
  void theExampleIsReadAsItStands() throws IOException {
    String page = Files.readString(PAGE);
    String example = page.substring(page.lastIndexOf("```json") + 7);
    Path file = folder.resolve("settings.json");
    Files.writeString(file, example.substring(0, example.indexOf("```")));
    ServerProfile profile = new SettingsStore(file).load().profiles().getFirst();
    assertEquals(ServerKind.RILLSOFT, profile.kind());
    RillsoftDialect dialect = RillsoftDialect.of(profile.dialect());
    assertEquals(List.of(3L, 7L), dialect.onlyClients());
    assertEquals("/api/login_check", dialect.text(Point.LOGIN_PATH));
    assertTrue(profile.dialect().keySet().stream().allMatch(key -> Point.of(key).isPresent()));
  }
}
