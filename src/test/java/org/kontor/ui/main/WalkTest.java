package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.ui.common.Theme;
import org.kontor.ui.walk.Finding;
import org.kontor.ui.walk.SceneWalk;

/**
 * Every screen in both languages, at the usual and at twice the size of the font, light, dark and
 * with high contrast: nothing without a name, out of reach of Tab, cut off, too faint, or with a
 * focus that cannot be seen. With {@code -Dkontor.pictures=true} all of it is left below {@code
 * target/screens}.
 */
@Tag("ui")
final class WalkTest {
  private static final List<Theme.Mode> MODES =
      Stream.of(System.getProperty("kontor.modes", "DARK,HIGH_CONTRAST,LIGHT").split(","))
          .map(Theme.Mode::valueOf)
          .toList();

  private static final boolean PICTURES = Boolean.getBoolean("kontor.pictures");

  @TempDir Path folder;
  private final Map<Finding, TreeSet<String>> findings = new LinkedHashMap<>();

  static Stream<Locale> languages() {
    return Stream.of(Locale.GERMANY, Locale.UK);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void everyScreen(Locale locale) throws Exception {
    try (Desk desk = new Desk(folder, locale, Theme.Mode.LIGHT)) {
      new ScreenTour(desk, locale, screen -> look(desk, screen, locale.getLanguage())).go();
    }
    assertTrue(
        findings.isEmpty(),
        () ->
            findings.entrySet().stream()
                .map(entry -> entry.getKey() + "\n      in " + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n", findings.size() + " findings\n", "\n")));
  }

  private void look(Desk desk, String screen, String language) throws Exception {
    for (int percent : new int[] {200, 100}) {
      desk.robot.interact(
          () -> {
            desk.theme.fontSize().use(percent);
            desk.stage.setWidth(percent == 200 ? 960 : 1280);
            desk.stage.setHeight(percent == 200 ? 600 : 800);
          });
      for (Theme.Mode mode : MODES) {
        String name =
            screen + "-" + language + "-" + mode.name().toLowerCase(Locale.ROOT) + "-" + percent;
        desk.robot.interact(() -> desk.theme.use(mode));
        desk.robot.interact(() -> scenes().forEach(scene -> note(SceneWalk.look(scene), name)));
        if (PICTURES) {
          desk.picture(name);
        }
        if (percent == 100 && scenes().size() == 1) {
          desk.robot.interact(desk.stage::requestFocus);
          desk.robot.interact(() -> note(SceneWalk.tab(desk.stage.getScene()), name));
        }
      }
    }
  }

  /** The window's, and those of what has popped up from it. */
  private static List<Scene> scenes() {
    return Window.getWindows().stream().filter(Window::isShowing).map(Window::getScene).toList();
  }

  private void note(List<Finding> found, String screen) {
    found.forEach(finding -> findings.computeIfAbsent(finding, _ -> new TreeSet<>()).add(screen));
  }
}
