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
    StartNotice notice = StartNotice.of(err, messages, hasDisplay());
    Errand errand;
    try {
      errand = ErrandArguments.read(wanted);
    } catch (ErrandArguments.Unusable unusable) {
      notice.say(messages.get("window.unusable", unusable.argument()));
      return ExitCode.USAGE;
    }
    try (Preparation preparation = Preparation.of(errand, rehearsal)) {
      StartObstacles obstacles = new StartObstacles(messages, errand);
      boolean shown = hasDisplay() && show(preparation, obstacles, notice);
      Preparation.Claim claim = preparation.claim();
      obstacles.of(claim).ifPresent(obstacle -> notice.print(obstacle.sentence()));
      return switch (claim) {
        case Preparation.Claim.Ours _ -> ours(preparation, shown, notice);
        case Preparation.Claim.Theirs(boolean taken) ->
            taken || notice.worked() ? ExitCode.DONE : ExitCode.FAILED;
        case Preparation.Claim.Denied _ -> ExitCode.USAGE;
      };
    }
  }

  private int ours(Preparation preparation, boolean shown, StartNotice notice)
      throws IOException, InterruptedException {
    // Fails where the window could not be shown because of them.
    preparation.settings();
    if (!shown) {
      notice.print(messages.get("window.no.display"));
    }
    return shown ? ExitCode.DONE : ExitCode.USAGE;
  }

  /** False where there is no display after all. */
  private static boolean show(
      Preparation preparation, StartObstacles obstacles, StartNotice notice) {
    try {
      DesktopApplication.begin(preparation, obstacles, notice);
      return true;
    } catch (UnsupportedOperationException _) {
      // What the toolkit throws when the display does not open, or GTK 3 is missing.
      return false;
    }
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
