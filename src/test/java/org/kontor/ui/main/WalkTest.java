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
import javafx.scene.control.MenuButton;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.ui.common.Theme;
import org.kontor.ui.walk.Finding;
import org.kontor.ui.walk.SceneWalk;

/**
 * Every screen: nothing without a name, out of reach of Tab, cut off, too faint, or with a focus
 * that cannot be seen. German goes first, in each theme, and at twice the size of the font in the
 * smallest window. With {@code -Dkontor.walk=all} each language is looked at in every theme at both
 * sizes; with {@code -Dkontor.pictures=true} what was seen is left below {@code target/screens}.
 */
@Tag("ui")
final class WalkTest {
  private static final boolean PICTURES = Boolean.getBoolean("kontor.pictures");
  private static final boolean ALL = "all".equals(System.getProperty("kontor.walk"));
  private static final List<Theme.Mode> THEMES =
      List.of(Theme.Mode.DARK, Theme.Mode.HIGH_CONTRAST, Theme.Mode.LIGHT);

  @TempDir Path folder;
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

  static Stream<Arguments> languages() {
    List<Look> every =
        Stream.of(200, 100)
            .flatMap(percent -> THEMES.stream().map(mode -> new Look(mode, percent)))
            .toList();
    List<Look> german =
        List.of(
            new Look(Theme.Mode.LIGHT, 200),
            new Look(Theme.Mode.HIGH_CONTRAST, 100),
            new Look(Theme.Mode.DARK, 100));
    List<Look> english = List.of(new Look(Theme.Mode.LIGHT, 100));
    return Stream.of(
        Arguments.of(Locale.GERMANY, ALL ? every : german),
        Arguments.of(Locale.UK, ALL ? every : english));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void everyScreen(Locale locale, List<Look> looks) throws Exception {
    THEMES.forEach(mode -> focusSeen.put(mode, new HashSet<>()));
    try (Desk desk = new Desk(folder, locale, Theme.Mode.LIGHT)) {
      new ScreenTour(
              desk,
              locale,
              screen -> {
                for (Look look : looks) {
                  look(desk, look, screen + "-" + locale.getLanguage() + "-" + look);
                }
              })
          .go();
    }
    assertTrue(
        findings.isEmpty(),
        () ->
            findings.entrySet().stream()
                .map(entry -> entry.getKey() + "\n      in " + entry.getValue())
                .sorted()
                .collect(Collectors.joining("\n", findings.size() + " findings\n", "\n")));
  }

  private void look(Desk desk, Look look, String name) throws Exception {
    desk.robot.interact(
        () -> {
          desk.theme.use(look.mode());
          desk.theme.fontSize().use(look.percent());
          desk.stage.setWidth(look.isLarge() ? 960 : 1280);
          desk.stage.setHeight(look.isLarge() ? 600 : 800);
        });
    // What has popped up keeps the colours with which it did so.
    desk.robot.interact(
        () -> {
          if (desk.stage.getScene().lookup(".menu-button.more") instanceof MenuButton menu
              && menu.isShowing()) {
            menu.hide();
            menu.show();
          }
        });
    desk.robot.interact(() -> scenes().forEach(scene -> note(SceneWalk.look(scene), name)));
    if (PICTURES) {
      desk.picture(name);
    }
    if (!look.isLarge() && scenes().size() == 1) {
      desk.robot.interact(desk.stage::requestFocus);
      desk.robot.interact(
          () -> note(SceneWalk.tab(desk.stage.getScene(), focusSeen.get(look.mode())), name));
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
