package org.kontor.ui.lists;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.kontor.task.BackgroundTasks;

/** Stands for the thread that draws the window: the test's own thread, while it waits. */
public final class UiQueue implements Executor {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable command) {
    queue.add(command);
  }

  /**
   * Runs what was handed over until the condition holds. It may come to hold without anything being
   * handed over, so it is looked at in between, too.
   */
  public void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      Runnable next = next();
      if (next != null) {
        next.run();
      } else if (System.nanoTime() > deadline) {
        throw new AssertionError("never happened: " + what);
      }
    }
  }

  /** Runs what was handed over until nothing is under way and nothing is left of it. */
  public void untilQuiet(BackgroundTasks tasks) {
    // In this order: a task that is no longer under way has handed its handler over.
    until("quiet", () -> tasks.underWay().isEmpty() && queue.isEmpty());
  }

  /** Runs what was handed over so far. */
  public void drain() {
    for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
      next.run();
    }
  }

  private @Nullable Runnable next() {
    try {
      return queue.poll(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
