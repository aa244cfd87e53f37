package org.kontor.ui.lists;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands for the thread that draws the window: the test's own thread, while it waits. */
public final class UiQueue implements Executor {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable command) {
    queue.add(command);
  }

  /** Runs what was handed over until the condition holds. */
  public void until(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      Runnable next = next(deadline);
      if (next == null) {
        throw new AssertionError("never happened: " + what);
      }
      next.run();
    }
  }

  /** Runs what was handed over so far. */
  public void drain() {
    for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
      next.run();
    }
  }

  private Runnable next(long deadline) {
    try {
      return queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
