package org.kontor.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;

/**
 * Says why a start shows no window of Kontor: on the terminal, and where a desktop began it, which
 * has none, in a small window of its own.
 */
final class StartNotice {
  /** What desktops on Linux leave in the environment of a program that they start. */
  private static final List<String> MARKS =
      List.of("GIO_LAUNCHED_DESKTOP_FILE", "XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID");

  private final PrintWriter err;
  private final Messages messages;
  private final boolean seen;
  private final CompletableFuture<Boolean> answered = new CompletableFuture<>();

  private StartNotice(PrintWriter err, Messages messages, boolean seen) {
    this.err = err;
    this.messages = messages;
    this.seen = seen;
  }

  /**
   * @param display whether a window can be opened
   */
  static StartNotice of(PrintWriter err, Messages messages, boolean display) {
    boolean byDesktop =
        Terminal.console().isEmpty()
            && isByDesktop(System.getProperty("os.name", ""), System.getenv());
    return new StartNotice(err, messages, display && byDesktop);
  }

  /** Elsewhere a program without a terminal was started by a click. */
  static boolean isByDesktop(String system, Map<String, String> environment) {
    return !system.equals("Linux")
        || MARKS.stream().anyMatch(mark -> !environment.getOrDefault(mark, "").isEmpty());
  }

  /** On the terminal alone. */
  void print(String sentence) {
    err.println(sentence);
    err.flush();
  }

  /** Whether somebody would see a window, and nobody reads the terminal. */
  boolean isSeen() {
    return seen;
  }

  /** Where there will be no window at all: returns at once, or when the person has read it. */
  void say(String sentence) {
    print(sentence);
    if (seen) {
      Renderer.choose();
      Platform.startup(() -> show(new Stage(), sentence, Optional.empty()));
      answered.join();
      Platform.exit();
    }
  }

  /**
   * Shows it, and offers to try once more. On the thread that draws the window; {@link #worked}
   * tells how it ended when the window is gone.
   *
   * @param again tells whether it worked; called on a background thread
   */
  void show(Stage stage, String sentence, Optional<Callable<Boolean>> again) {
    Theme theme = new Theme(Theme.Mode.SYSTEM);
    theme.install();
    new NoticeWindow(stage, theme, messages, answered).show(sentence, again);
  }

  /** Whether what stood in the way is out of it. */
  boolean worked() {
    return answered.getNow(false);
  }
}
