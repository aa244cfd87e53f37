package org.kontor.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.kontor.app.single.Errand;
import org.kontor.ui.common.Messages;

/** Opens the window; where it is open already, that one comes to the front and does the errand. */
final class WindowStart {
  private final PrintWriter err;

  /**
   * @param err where a sentence goes when there will be no window
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
      return say(ExitCode.USAGE, "window.unusable", unusable.argument());
    }
    try (Preparation preparation = Preparation.of(errand, rehearsal)) {
      boolean shown = hasDisplay() && show(preparation);
      preparation.settings();
      return switch (preparation.claim()) {
        case Preparation.Claim.Ours _ ->
            shown ? ExitCode.DONE : say(ExitCode.USAGE, "window.no.display");
        case Preparation.Claim.Theirs(boolean taken) ->
            taken ? ExitCode.DONE : say(ExitCode.FAILED, "window.hung");
      };
    }
  }

  /** False where there is no display after all. */
  private static boolean show(Preparation preparation) {
    try {
      DesktopApplication.begin(preparation);
      return true;
    } catch (UnsupportedOperationException _) {
      // What the toolkit throws when the display does not open, or GTK 3 is missing.
      return false;
    }
  }

  private int say(int exitCode, String message, Object... arguments) {
    err.println(Messages.of(Main.class, Locale.getDefault()).get(message, arguments));
    err.flush();
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
