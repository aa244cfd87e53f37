package org.kontor.app;

import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.application.Application;
import org.kontor.ui.common.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kontor}: the window. */
@Command(
    name = "kontor",
    resourceBundle = "org.kontor.app.usage",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class WindowCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli fills it
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (!hasDisplay()) {
      return sayThereIsNone();
    }
    try {
      Application.launch(DesktopApplication.class);
      return ExitCode.DONE;
    } catch (UnsupportedOperationException _) {
      // What the toolkit throws when the display does not open, or GTK 3 is missing.
      return sayThereIsNone();
    }
  }

  private int sayThereIsNone() {
    Messages messages = Messages.of(Main.class, Locale.getDefault());
    spec.commandLine().getErr().println(messages.get("window.no.display"));
    return ExitCode.USAGE;
  }

  private static boolean hasDisplay() {
    return !System.getProperty("os.name", "").equals("Linux")
        || "Headless".equals(System.getProperty("glass.platform"))
        || isSet("DISPLAY")
        || isSet("WAYLAND_DISPLAY");
  }

  private static boolean isSet(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }
}
