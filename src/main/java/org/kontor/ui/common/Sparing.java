package org.kontor.ui.common;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Has work that comes again and again done on another executor after a pause: the longer it took
 * last time, the longer the pause, so that it takes up a fiftieth of that executor's time at most,
 * however much there is to look through. A pause is never longer than two seconds. Safe from any
 * thread.
 */
public final class Sparing implements Executor {
  private static final int SHARE = 50;
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Duration least;
  private final Function<Duration, Executor> after;
  private volatile Duration pause;

  /**
   * @param least the pause where the work takes no time
   */
  public Sparing(Executor target, Duration least) {
    this(
        least,
        pause -> CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, target));
  }

  /**
   * @param after an executor that waits so long before it does something
   */
  public Sparing(Duration least, Function<Duration, Executor> after) {
    this.least = least;
    this.after = after;
    pause = least;
  }

  /** Does it after the pause, and sees how long it takes. */
  @Override
  public void execute(Runnable work) {
    later(
        () -> {
          long began = System.nanoTime();
          work.run();
          took(System.nanoTime() - began);
        });
  }

  /** Does it after the pause; how long the work took that matters is told to {@link #took}. */
  public void later(Runnable work) {
    after.apply(pause).execute(work);
  }

  /** The work took so many nanoseconds. */
  public void took(long nanos) {
    Duration fair = Duration.ofNanos(Math.max(0, nanos)).multipliedBy(SHARE);
    Duration longer = fair.compareTo(least) > 0 ? fair : least;
    pause = longer.compareTo(LONGEST) < 0 ? longer : LONGEST;
  }
}
