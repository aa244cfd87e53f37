package org.kontor.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * The look of all windows: AtlantaFX Primer, light or dark, and one small sheet of our own. Used on
 * the thread that draws the window only.
 */
public final class Theme {

  /** Where light or dark comes from. */
  public enum Mode {
    /** As the system says, also when it changes while Kontor runs. */
    SYSTEM,
    LIGHT,
    DARK
  }

  private static final String OWN_SHEET = sheet(Theme.class, "kontor.css");

  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final ChangeListener<ColorScheme> systemChanged = (_, _, _) -> refresh();
  private Mode mode;
  private Consumer<Mode> chosen = _ -> {};

  public Theme(Mode mode) {
    this.mode = mode;
  }

  /** A package's own sheet, as scenes and panes want it. */
  public static String sheet(Class<?> anchor, String name) {
    return Objects.requireNonNull(anchor.getResource(name), name).toExternalForm();
  }

  /** Puts the look on everything shown from now on, and follows the system where wanted. */
  public void install() {
    Platform.getPreferences().colorSchemeProperty().addListener(systemChanged);
    refresh();
  }

  /** Adds what a scene needs beside the program-wide sheet. */
  public void dress(Scene scene) {
    if (!scene.getStylesheets().contains(OWN_SHEET)) {
      scene.getStylesheets().add(OWN_SHEET);
    }
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
    boolean nowDark =
        switch (mode) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    dark.set(nowDark);
    String sheet =
        nowDark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    @Nullable String present = Application.getUserAgentStylesheet();
    if (!sheet.equals(present)) {
      Application.setUserAgentStylesheet(sheet);
    }
  }
}
