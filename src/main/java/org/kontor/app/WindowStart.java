package org.kontor.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.app.single.Errand;
import org.kontor.app.single.SingleInstance;
import org.kontor.settings.AppPaths;
import org.kontor.ui.common.Messages;

/** Opens the window; where it is open already, that one comes to the front and does the errand. */
final class WindowStart {
  private final PrintWriter err;
  private final Messages messages = Messages.of(Main.class, Locale.getDefault());

  /**
   * @param err where a sentence goes when there will be no window, beside the desktop
   */
  WindowStart(PrintWriter err) {
    this.err = err;
  }

  /**
   * Returns when the window was closed, or at once where another has it.
   *
   * @param wanted files, addresses of files, links
   * @return an exit code, see {@link ExitCode}
   */
  int with(List<String> wanted) throws IOException, InterruptedException {
    return with(wanted, false);
  }

  /** As above, and closes the window as soon as everything is shown. */
  int rehearse() throws IOException, InterruptedException {
    return with(List.of(), true);
  }

  private int with(List<String> wanted, boolean rehearsal)
      throws IOException, InterruptedException {
    Errand errand;
    try {
      errand = ErrandArguments.read(wanted);
    } catch (ErrandArguments.Unusable unusable) {
      notice().say(messages.get("window.unusable", unusable.argument()));
      return ExitCode.USAGE;
    }
    AppPaths paths;
    Optional<SingleInstance> claimed;
    try {
      paths = ThisStart.prepare();
      claimed = SingleInstance.claim(paths.data());
    } catch (FileSystemException denied) {
      notice().say(messages.get("window.folder", denied.getFile()));
      return ExitCode.USAGE;
    }
    if (claimed.isEmpty()) {
      return handOver(paths, errand);
    }
    try (SingleInstance instance = claimed.get()) {
      return open(new Start(paths, instance, errand, rehearsal));
    }
  }

  private int handOver(AppPaths paths, Errand errand) throws InterruptedException {
    boolean taken =
        SingleInstance.handOver(paths.data(), errand)
            || notice()
                .say(
                    messages.get("window.hung"),
                    () -> SingleInstance.handOver(paths.data(), errand));
    return taken ? ExitCode.DONE : ExitCode.FAILED;
  }

  private int open(Start start) {
    if (!hasDisplay()) {
      return noDisplay();
    }
    try {
      DesktopApplication.begin(start);
      return ExitCode.DONE;
    } catch (UnsupportedOperationException _) {
      // What the toolkit throws when the display does not open, or GTK 3 is missing.
      return noDisplay();
    }
  }

  private int noDisplay() {
    err.println(messages.get("window.no.display"));
    err.flush();
    return ExitCode.USAGE;
  }

  private StartNotice notice() {
    return StartNotice.of(err, messages, hasDisplay());
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
