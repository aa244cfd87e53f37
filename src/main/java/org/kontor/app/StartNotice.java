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

  /** Returns at once, or when the person has read it. */
  void say(String sentence) throws InterruptedException {
    print(sentence);
    if (seen) {
      show(sentence, Optional.empty());
    }
  }

  /**
   * As above, and offers to try once more where there is somebody to ask.
   *
   * @param again tells whether it worked; called on a background thread
   * @return whether it worked in the end
   */
  boolean say(String sentence, Callable<Boolean> again) throws InterruptedException {
    print(sentence);
    return seen && show(sentence, Optional.of(again));
  }

  private void print(String sentence) {
    err.println(sentence);
    err.flush();
  }

  private boolean show(String sentence, Optional<Callable<Boolean>> again)
      throws InterruptedException {
    CompletableFuture<Boolean> answered = new CompletableFuture<>();
    Renderer.choose();
    Platform.startup(
        () -> {
          Theme theme = new Theme(Theme.Mode.SYSTEM);
          theme.install();
          new NoticeWindow(new Stage(), theme, messages, answered).show(sentence, again);
        });
    boolean worked = answered.join();
    Platform.exit();
    return worked;
  }
}
