package org.kontor.app;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kontor.settings.Settings;
import org.kontor.ui.common.FontSize;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.UiThread;

/** The window's life: what the toolkit calls, in its order. Public because the toolkit makes it. */
public final class DesktopApplication extends Application {
  /** The toolkit makes the application itself and can hand it nothing but texts. */
  private static @Nullable Preparation next;

  private final Preparation preparation;
  private @Nullable Start start;
  private @Nullable Settings settings;
  private @Nullable WindowFlow flow;

  public DesktopApplication() {
    if (next == null) {
      throw new IllegalStateException("begin is called instead");
    }
    preparation = next;
  }

  /**
   * Runs the window; returns when it was closed, and without one where it is not this start's or
   * the preparation failed. Once in the life of the process.
   *
   * @throws UnsupportedOperationException when the display does not open, or GTK 3 is missing
   */
  static void begin(Preparation preparation) {
    next = preparation;
    Renderer.choose();
    launch(DesktopApplication.class);
  }

  /** On the launcher's thread, before there is a window. */
  @Override
  public void init() throws InterruptedException {
    try {
      settings = preparation.settings();
      if (preparation.claim() instanceof Preparation.Claim.Ours(Start ours)) {
        start = ours;
      } else {
        Platform.exit();
      }
    } catch (IOException _) {
      // Whoever began this asks for it again, and says it.
      Platform.exit();
    }
  }

  /** Shows the window with nothing in it; all that fills it comes after it is on the screen. */
  @Override
  public void start(Stage stage) {
    Settings known = Objects.requireNonNull(settings);
    Theme theme = new Theme(mode(known.theme()), new FontSize(known.fontPercent()));
    FirstFrame.show(stage, theme.background(), () -> fill(stage, known, theme));
  }

  private void fill(Stage stage, Settings known, Theme theme) {
    theme.install();
    Locale locale = known.language().map(Locale::of).orElse(Locale.getDefault());
    // Calendars and other ready-made controls follow the program's language by this.
    Locale.setDefault(locale);
    WindowFlow filling = new WindowFlow(stage, Objects.requireNonNull(start), known, theme, locale);
    flow = filling;
    Thread.setDefaultUncaughtExceptionHandler(
        new UnexpectedFailures(new UiThread(), filling::unexpected));
    filling.begin();
  }

  @Override
  public void stop() {
    if (flow != null) {
      flow.close();
    }
  }

  private static Theme.Mode mode(Settings.Theme theme) {
    return switch (theme) {
      case SYSTEM -> Theme.Mode.SYSTEM;
      case LIGHT -> Theme.Mode.LIGHT;
      case DARK -> Theme.Mode.DARK;
      case HIGH_CONTRAST -> Theme.Mode.HIGH_CONTRAST;
    };
  }
}
