package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.settings.ServerKind;
import org.kontor.ui.common.Theme;
import org.kontor.ui.walk.Finding;
import org.kontor.ui.walk.SceneWalk;

/**
 * Every screen: nothing without a name, out of reach of Tab, cut off, too faint, or with a focus
 * that cannot be seen. Each is looked at in German with twice the size of the font in the smallest
 * window, one part of them in each theme; what no sheet covers at the usual size, too. With {@code
 * -Dkontor.walk=all} both languages are looked at in every theme at both sizes; with {@code
 * -Dkontor.pictures=true} what was seen is left below {@code target/screens}.
 */
@Tag("ui")
final class WalkTest {
  private static final boolean PICTURES = Boolean.getBoolean("kontor.pictures");
  private static final boolean ALL = "all".equals(System.getProperty("kontor.walk"));
  private static final int IN_ONE_THEME = 16;
  private static final List<Theme.Mode> THEMES =
      List.of(Theme.Mode.DARK, Theme.Mode.HIGH_CONTRAST, Theme.Mode.LIGHT);

  @TempDir Path folder;
  private int screens;
  private final Map<Finding, TreeSet<String>> findings = new LinkedHashMap<>();
  private final Map<Theme.Mode, Set<Node>> focusSeen = new EnumMap<>(Theme.Mode.class);

  /**
   * @param percent size of the font; at 200 the window has its smallest size
   */
  record Look(Theme.Mode mode, int percent) {
    boolean isLarge() {
      return percent > 100;
    }

    @Override
    public String toString() {
      return mode.name().toLowerCase(Locale.ROOT) + "-" + percent;
    }
  }

  static Stream<Locale> languages() {
    return ALL ? Stream.of(Locale.GERMANY, Locale.UK) : Stream.of(Locale.GERMANY);
  }

  /** How the next screen is looked at. */
  private List<Look> looks(boolean covered) {
    if (ALL) {
      return Stream.of(200, 100)
          .flatMap(percent -> THEMES.stream().map(mode -> new Look(mode, percent)))
          .toList();
    }
    // A change of the theme costs more than the look itself.
    Theme.Mode turn = THEMES.get(screens++ / IN_ONE_THEME % THEMES.size());
    return covered
        ? List.of(new Look(turn, 200))
        : List.of(new Look(turn, 200), new Look(turn, 100));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void everyScreen(Locale locale) throws Exception {
    try (Desk desk = new Desk(folder, locale, Theme.Mode.LIGHT)) {
      tour(desk, locale).go();
    }
    nothingIsFound();
  }

  @ParameterizedTest(name = "Rillsoft, {0}")
  @MethodSource("languages")
  void everyScreenOfARillsoftServer(Locale locale) throws Exception {
    try (Desk desk =
        new Desk(folder, locale, Theme.Mode.LIGHT, ServerKind.RILLSOFT, (_, _) -> {})) {
      new RillsoftTour(desk, folder, tour(desk, locale)).go();
    }
    nothingIsFound();
  }

  private ScreenTour tour(Desk desk, Locale locale) {
    THEMES.forEach(mode -> focusSeen.put(mode, new HashSet<>()));
    return new ScreenTour(
        desk,
        folder,
        locale,
        (screen, popUp) -> {
          for (Look look : looks(isCovered(desk))) {
            look(desk, look, popUp, screen + "-" + locale.getLanguage() + "-" + look);
          }
        });
  }

  private void nothingIsFound() {
    assertTrue(
        findings.isEmpty(),
        () ->
            findings.entrySet().stream()
                .map(entry -> entry.getKey() + "\n      in " + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n", findings.size() + " findings\n", "\n")));
  }

  private void look(Desk desk, Look look, Runnable popUp, String name) throws Exception {
    desk.robot.interact(
        () -> {
          desk.theme.use(look.mode());
          desk.theme.fontSize().use(look.percent());
          desk.stage.setWidth(look.isLarge() ? 960 : 1280);
          desk.stage.setHeight(look.isLarge() ? 600 : 800);
        });
    desk.robot.interact(popUp);
    desk.robot.interact(() -> scenes().forEach(scene -> note(SceneWalk.look(scene), name)));
    if (PICTURES) {
      desk.picture(name);
    }
    if ((!look.isLarge() || isCovered(desk)) && scenes().size() == 1) {
      desk.robot.interact(desk.stage::requestFocus);
      desk.robot.interact(
          () -> note(SceneWalk.tab(desk.stage.getScene(), focusSeen.get(look.mode())), name));
    }
  }

  /** Whether a sheet lies over the panes, or something has popped up from them. */
  private static boolean isCovered(Desk desk) {
    return desk.window.view().overlay().isShown() || scenes().size() > 1;
  }

  /** The window's, and those of what has popped up from it. */
  private static List<Scene> scenes() {
    return Window.getWindows().stream().filter(Window::isShowing).map(Window::getScene).toList();
  }

  private void note(List<Finding> found, String screen) {
    found.forEach(finding -> findings.computeIfAbsent(finding, _ -> new TreeSet<>()).add(screen));
  }
}
