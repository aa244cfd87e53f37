package org.kontor.app;

import javafx.animation.AnimationTimer;
import org.kontor.task.BackgroundTasks;

/** Does something once the window has nothing left to show. On the thread that draws it. */
final class Calm extends AnimationTimer {
  /** What follows a task, as reading ahead, begins within a pulse or two. */
  private static final int QUIET_PULSES = 60;

  private final BackgroundTasks tasks;
  private final Runnable then;
  private int quiet;

  private Calm(BackgroundTasks tasks, Runnable then) {
    this.tasks = tasks;
    this.then = then;
  }

  static void await(BackgroundTasks tasks, Runnable then) {
    new Calm(tasks, then).start();
  }

  /**
   * Gives back what only the start needed: nobody works yet, so that nobody notices the 40 ms that
   * it takes, and the heap is from then on as small as what is kept.
   */
  static void giveBackMemory() {
    System.gc();
  }

  @Override
  public void handle(long now) {
    quiet = tasks.underWay().isEmpty() ? quiet + 1 : 0;
    if (quiet == QUIET_PULSES) {
      stop();
      then.run();
    }
  }
}
