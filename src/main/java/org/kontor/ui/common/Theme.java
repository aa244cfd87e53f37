package org.kontor.ui.common;

import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.collections.MapChangeListener;
import javafx.collections.WeakMapChangeListener;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The look of all windows: AtlantaFX Primer, light, dark or with high contrast, one small sheet of
 * our own, and the size of the font. Used on the thread that draws the window only.
 */
public final class Theme {

  /** Where light or dark comes from. */
  public enum Mode {
    /** As the system says, also when it changes while Kontor runs. */
    SYSTEM,
    LIGHT,
    DARK,
    /** White on black with bright edges. */
    HIGH_CONTRAST
  }

  private static final String OWN_SHEET = sheet(Theme.class, "kontor.css");
  private static final String DARK = sheet(Theme.class, "dark.css");
  private static final String HIGH_CONTRAST = sheet(Theme.class, "high-contrast.css");

  private static final Color DARK_BACKGROUND = Color.web("#0d1117");

  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final ChangeListener<ColorScheme> systemChanged = (_, _, _) -> refresh();
  private final MapChangeListener<String, Object> contrastChanged = _ -> refresh();
  private final FontSize fontSize;
  private Mode mode;
  private Consumer<Mode> chosen = _ -> {};

  public Theme(Mode mode) {
    this(mode, new FontSize(FontSize.USUAL));
  }

  public Theme(Mode mode, FontSize fontSize) {
    this.mode = mode;
    this.fontSize = fontSize;
  }

  /** A package's own sheet, as scenes and panes want it. */
  public static String sheet(Class<?> anchor, String name) {
    return Objects.requireNonNull(anchor.getResource(name), name).toExternalForm();
  }

  /** What a window shows before its style sheets are read: the colour that they give it. */
  public Color background() {
    return switch (shown()) {
      case HIGH_CONTRAST -> Color.BLACK;
      case DARK -> DARK_BACKGROUND;
      case LIGHT, SYSTEM -> Color.WHITE;
    };
  }

  /** Puts the look on everything shown from now on, and follows the system where wanted. */
  public void install() {
    // The toolkit outlives every theme; it shall keep none alive.
    Platform.Preferences system = Platform.getPreferences();
    system.colorSchemeProperty().addListener(new WeakChangeListener<>(systemChanged));
    system.addListener(new WeakMapChangeListener<>(contrastChanged));
    refresh();
  }

  /** Adds what a scene needs beside the program-wide sheet, and the keys for the font's size. */
  public void dress(Scene scene) {
    if (!scene.getStylesheets().contains(OWN_SHEET)) {
      scene.getStylesheets().addAll(OWN_SHEET, fontSize.sheet());
      new FontKeys(fontSize).installOn(scene);
      Listening.to(
          fontSize.percentProperty(),
          scene.getProperties(),
          () -> scene.getStylesheets().set(scene.getStylesheets().size() - 1, fontSize.sheet()));
    }
  }

  /** How large the text is. */
  public FontSize fontSize() {
    return fontSize;
  }

  public void use(Mode wanted) {
    mode = wanted;
    refresh();
    chosen.accept(wanted);
  }

  /** Told what a person chose, so that it can be kept. */
  public void onChoice(Consumer<Mode> listener) {
    chosen = listener;
  }

  public Mode mode() {
    return mode;
  }

  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  private void refresh() {
    Mode shown = shown();
    dark.set(shown != Mode.LIGHT);
    String sheet =
        switch (shown) {
          case HIGH_CONTRAST -> HIGH_CONTRAST;
          case DARK -> DARK;
          case LIGHT, SYSTEM -> new PrimerLight().getUserAgentStylesheet();
        };
    @Nullable String present = Application.getUserAgentStylesheet();
    if (!sheet.equals(present)) {
      Application.setUserAgentStylesheet(sheet);
    }
  }

  private Mode shown() {
    return mode == Mode.SYSTEM ? ofSystem() : mode;
  }

  private static Mode ofSystem() {
    Platform.Preferences system = Platform.getPreferences();
    if (wantsHighContrast(system)) {
      return Mode.HIGH_CONTRAST;
    }
    return system.getColorScheme() == ColorScheme.DARK ? Mode.DARK : Mode.LIGHT;
  }

  /** Windows has a switch for it; GTK a theme of this name (API of {@code Preferences}). */
  static boolean wantsHighContrast(Map<String, Object> system) {
    boolean switched = Boolean.TRUE.equals(system.get("Windows.SPI.HighContrast"));
    String theme = system.get("GTK.theme_name") instanceof String name ? name : "";
    return switched || theme.toLowerCase(Locale.ROOT).replace("-", "").contains("highcontrast");
  }
}
