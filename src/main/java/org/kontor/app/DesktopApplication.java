package org.kontor.app;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.kontor.settings.Settings;
import org.kontor.settings.SettingsStore;
import org.kontor.ui.common.FontSize;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.UiThread;

/** The window's life: what the toolkit calls, in its order. Public because the toolkit makes it. */
public final class DesktopApplication extends Application {
  /** The toolkit makes the application itself and can hand it nothing but texts. */
  private static @Nullable Start next;

  /** Read while the toolkit starts, which mostly waits for the display. */
  private static @Nullable FutureTask<Settings> reading;

  private final Start start;
  private @Nullable Settings settings;
  private @Nullable WindowFlow flow;

  public DesktopApplication() {
    if (next == null) {
      throw new IllegalStateException("begin is called instead");
    }
    start = next;
  }

  /**
   * Runs the window; returns when it was closed. Once in the life of the process.
   *
   * @throws UnsupportedOperationException when the display does not open, or GTK 3 is missing
   */
  static void begin(Start start) {
    next = start;
    SettingsStore store = new SettingsStore(start.paths());
    FutureTask<Settings> task = new FutureTask<>(store::load);
    reading = task;
    Thread.ofPlatform().name("kontor-settings").daemon().start(task);
    Renderer.choose();
    launch(DesktopApplication.class);
  }

  /** On the launcher's thread, before there is a window. */
  @Override
  public void init() throws IOException, InterruptedException {
    try {
      settings = Objects.requireNonNull(reading).get();
    } catch (ExecutionException failed) {
      throw new IOException(failed.getCause());
    }
  }

  @Override
  public void start(Stage stage) {
    if (settings == null) {
      throw new IllegalStateException("init comes first");
    }
    Theme theme = new Theme(mode(settings.theme()), new FontSize(settings.fontPercent()));
    theme.install();
    Locale locale = settings.language().map(Locale::of).orElse(Locale.getDefault());
    // Calendars and other ready-made controls follow the program's language by this.
    Locale.setDefault(locale);
    flow = new WindowFlow(stage, start, settings, theme, locale);
    WindowFlow shown = flow;
    Thread.setDefaultUncaughtExceptionHandler(
        new UnexpectedFailures(new UiThread(), shown::unexpected));
    flow.begin();
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
