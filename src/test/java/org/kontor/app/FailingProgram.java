package org.kontor.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Window;
import org.kontor.task.BackgroundTasks;

/**
 * The program with its window, in which things fail that nobody foresaw, on all kinds of threads.
 * Prints what is then seen, and ends as by closing the window.
 */
final class FailingProgram {
  /** Stands for a document and a person in what an exception says. */
  static final String NAME = "Canary-6e21-Kündigung";

  private static final int AGAIN = 100;

  private FailingProgram() {}

  static void main(String[] arguments) throws Exception {
    AtomicReference<Integer> exit = new AtomicReference<>();
    Thread program = Thread.ofPlatform().start(() -> exit.set(Main.run()));
    until(() -> Window.getWindows().stream().anyMatch(Window::isShowing));
    until(() -> says("Everything is sent"));
    for (Runnable failing :
        List.<Runnable>of(
            FailingProgram::inTheWindow,
            FailingProgram::onATask,
            FailingProgram::onAVirtualThread,
            FailingProgram::onAPlatformThread)) {
      for (int i = 0; i < AGAIN; i++) {
        failing.run();
      }
      until(() -> has("#unexpected-copy"));
      System.out.println("shown " + sheets() + ": " + text());
      ask(
          () -> {
            node("#unexpected-close").ifPresent(close -> ((Button) close).fire());
            return true;
          });
      until(() -> !has("#unexpected-copy"));
    }
    System.out.println("goes on: " + says("Everything is sent"));
    Platform.exit();
    program.join();
    System.out.println("exit code " + exit.get());
    System.exit(exit.get());
  }

  private static void inTheWindow() {
    Platform.runLater(
        () -> {
          throw new IllegalStateException(NAME);
        });
  }

  /** Work that fails is told to who began it; here that one fails, too. */
  private static void onATask() {
    new BackgroundTasks(Platform::runLater)
        .start(
            "task",
            (_, _) -> NAME,
            _ -> {
              throw new IllegalArgumentException(NAME);
            });
  }

  private static void onAVirtualThread() {
    join(
        Thread.ofVirtual()
            .start(
                () -> {
                  throw new UnsupportedOperationException(NAME);
                }));
  }

  private static void onAPlatformThread() {
    join(
        Thread.ofPlatform()
            .start(
                () -> {
                  throw new AssertionError(NAME);
                }));
  }

  private static void join(Thread failing) {
    try {
      failing.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean has(String selector) {
    return ask(() -> node(selector).isPresent());
  }

  private static Optional<Node> node(String selector) {
    return nodes(selector).findFirst();
  }

  private static Stream<Node> nodes(String selector) {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .flatMap(window -> window.getScene().getRoot().lookupAll(selector).stream());
  }

  private static long sheets() {
    return ask(() -> nodes(".unexpected").count());
  }

  /** All that the sheet says, in one line. */
  private static String text() {
    return ask(
        () ->
            nodes(".unexpected .label")
                .map(node -> ((Labeled) node).getText())
                .distinct()
                .reduce("", (all, next) -> all + " | " + next)
                .replace('\n', ' '));
  }

  private static boolean says(String text) {
    return ask(
        () ->
            nodes("*")
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .anyMatch(said -> said != null && said.contains(text)));
  }

  private static <T> T ask(Supplier<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(() -> answer.complete(question.get()));
    return answer.join();
  }

  private static void until(Supplier<Boolean> condition) throws InterruptedException {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!holds(condition)) {
      if (System.nanoTime() > deadline) {
        System.out.println("waited in vain");
        System.exit(99);
      }
      Thread.sleep(20);
    }
  }

  /** The toolkit may not have begun yet. */
  private static boolean holds(Supplier<Boolean> condition) {
    try {
      return condition.get();
    } catch (IllegalStateException _) {
      return false;
    }
  }
}
