package org.kontor.ui.main;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.junit.jupiter.api.Assertions;

/**
 * Watches from outside how long the thread that draws the window is held at a time. A section
 * counts by the processor time it took, or by having waited in the program's own code: on a busy
 * computer the thread may also just not get its turn, which says nothing about the program.
 */
public final class FxWatch implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMillis(50);
  private static final Duration BETWEEN_SAMPLES = Duration.ofMillis(4);

  private final ThreadMXBean facts = ManagementFactory.getThreadMXBean();
  private final Thread drawing;
  private final Thread watching = Thread.ofPlatform().name("fx watch").unstarted(this::watch);
  private final List<Section> tooLong = new CopyOnWriteArrayList<>();
  private volatile boolean over;

  /**
   * @param held processor time
   * @param waited in the program's own code, as far as samples tell
   * @param stack seen most often
   */
  private record Section(Duration held, Duration waited, String stack) {
    @Override
    public String toString() {
      return "held for %d ms, waited %d ms:%n%s"
          .formatted(held.toMillis(), waited.toMillis(), stack);
    }
  }

  public FxWatch() {
    CompletableFuture<Thread> found = new CompletableFuture<>();
    Platform.runLater(() -> found.complete(Thread.currentThread()));
    drawing = found.join();
    watching.start();
  }

  /** What was before was warming up. */
  public void beginAnew() {
    tooLong.clear();
  }

  /** Fails with the stacks of the sections that were too long. */
  public void assertNeverHeldLong() {
    List<Section> found = List.copyOf(tooLong);
    Assertions.assertTrue(
        found.isEmpty(),
        () -> found.stream().map(Section::toString).collect(Collectors.joining("\n", "\n", "")));
  }

  @Override
  public void close() {
    over = true;
  }

  private void watch() {
    try {
      while (!over) {
        beat();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** From one beat to the next lies what the thread did when the beat was posted, little more. */
  private void beat() throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    long before = facts.getThreadCpuTime(drawing.threadId());
    List<StackTraceElement[]> samples = new ArrayList<>();
    int waits = 0;
    Platform.runLater(answered::countDown);
    while (!answered.await(BETWEEN_SAMPLES.toMillis(), TimeUnit.MILLISECONDS)) {
      StackTraceElement[] stack = drawing.getStackTrace();
      samples.add(stack);
      boolean waiting = drawing.getState() != Thread.State.RUNNABLE;
      if (waiting && Arrays.stream(stack).anyMatch(FxWatch::isOurs)) {
        waits++;
      }
    }
    Duration held = Duration.ofNanos(facts.getThreadCpuTime(drawing.threadId()) - before);
    Duration waited = BETWEEN_SAMPLES.multipliedBy(waits);
    if (held.compareTo(LONGEST) > 0 || waited.compareTo(LONGEST) > 0) {
      tooLong.add(new Section(held, waited, mostSeen(samples)));
    }
  }

  private static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().startsWith("org.kontor.")
        && !frame.getClassName().startsWith("org.kontor.ui.main.Desk");
  }

  private static String mostSeen(List<StackTraceElement[]> samples) {
    return samples.stream()
        .map(
            stack ->
                Arrays.stream(stack)
                    .limit(60)
                    .map(frame -> "  at " + frame)
                    .collect(Collectors.joining("\n")))
        .collect(Collectors.groupingBy(stack -> stack, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }
}
