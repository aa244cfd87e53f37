package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kontor.settings.ServerLimits;
import org.kontor.settings.ServerProfile;
import org.kontor.settings.SettingsStore;

/** The administrator's page names every point and every way, and its example is read as it says. */
final class ProfilesPageTest {
  private static final Path PAGE = Path.of("docs", "profiles.md");

  @ParameterizedTest
  @EnumSource(Point.class)
  void namesEveryPointWithItsWays(Point point) throws IOException {
    String row =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `" + point.key() + "` |"))
            .findFirst()
            .orElseThrow();
    if (row.contains("| as `")) {
      String other = row.substring(row.indexOf("| as `") + 6, row.lastIndexOf('`'));
      assertEquals(Point.of(other).orElseThrow().ways(), point.ways());
      return;
    }
    int from = 0;
    for (String way : point.ways()) {
      int at = row.indexOf(way.isEmpty() ? "none" : '`' + way + '`', from);
      assertTrue(at >= from, way);
      from = at + 1;
    }
  }

  @ParameterizedTest
  @EnumSource(Ability.class)
  void namesTheVersionOfWhatIsOffered(Ability ability) throws IOException {
    boolean always = ability.since().compareTo(new ServiceVersion(3, 0, 0)) <= 0;
    assertTrue(
        always
            || ability.feature().isEmpty()
            || Files.readString(PAGE).contains("| " + ability.since() + " |"),
        ability.name());
  }

  @ParameterizedTest
  @EnumSource(ServerLimits.Point.class)
  void namesEveryLimitWithItsBounds(ServerLimits.Point point) throws IOException {
    String row =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| `" + point.key() + "` |"))
            .findFirst()
            .orElseThrow();
    assertTrue(row.contains(" | %d | %d | ".formatted(point.least(), point.most())), row);
  }

  @Test
  void theExampleIsReadAsItStands() throws IOException {
    String page = Files.readString(PAGE);
    String example = page.substring(page.indexOf("```json") + 7);
    Path file = Files.createTempFile("settings", ".json");
    try {
      Files.writeString(file, example.substring(0, example.indexOf("```")));
      ServerProfile profile = new SettingsStore(file).load().profiles().getFirst();
      assertEquals(Optional.of("6.5.0"), profile.serviceVersion());
      Dialect dialect = Dialect.of(profile.dialect());
      assertEquals(Map.of("tray", Point.TRAY.ways().getFirst(), "order", ""), profile.dialect());
      assertEquals(Optional.of(""), dialect.way(Point.ORDER));
      assertEquals(
          Map.of(ServerLimits.Point.PARALLEL, 2L, ServerLimits.Point.BATCH, 20L),
          profile.limits().values());
    } finally {
      Files.delete(file);
    }
  }
}
