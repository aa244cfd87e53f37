package org.kontor.app;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kontor.app.single.Errand;
import org.kontor.app.single.SingleInstance;
import org.kontor.settings.AppPaths;
import org.kontor.ui.common.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kontor}: the window; where it is open already, that one comes to the front. */
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

  @Parameters(paramLabel = "FILE|LINK", descriptionKey = "kontor.errand", arity = "0..*")
  private List<String> wanted = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Errand errand;
    try {
      errand = ErrandArguments.read(wanted);
    } catch (ErrandArguments.Unusable unusable) {
      return say(ExitCode.USAGE, "window.unusable", unusable.argument());
    }
    AppPaths paths = ThisStart.prepare();
    Optional<SingleInstance> claimed = SingleInstance.claim(paths.data());
    if (claimed.isEmpty()) {
      return SingleInstance.handOver(paths.data(), errand)
          ? ExitCode.DONE
          : say(ExitCode.FAILED, "window.hung");
    }
    try (SingleInstance instance = claimed.get()) {
      return open(new Start(paths, instance, errand, false));
    }
  }

  private int open(Start start) {
    if (!hasDisplay()) {
      return say(ExitCode.USAGE, "window.no.display");
    }
    try {
      DesktopApplication.begin(start);
      return ExitCode.DONE;
    } catch (UnsupportedOperationException _) {
      // What the toolkit throws when the display does not open, or GTK 3 is missing.
      return say(ExitCode.USAGE, "window.no.display");
    }
  }

  private int say(int exitCode, String message, Object... arguments) {
    Messages messages = Messages.of(Main.class, Locale.getDefault());
    spec.commandLine().getErr().println(messages.get(message, arguments));
    return exitCode;
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
