package org.kontor.app;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.kontor.task.BackgroundTasks;

/** Ends the program once the window has nothing left to show. On the thread that draws it. */
final class Rehearsal extends AnimationTimer {
  /** What follows a task, as reading ahead, begins within a pulse or two. */
  private static final int QUIET_PULSES = 60;

  private final BackgroundTasks tasks;
  private int quiet;

  Rehearsal(BackgroundTasks tasks) {
    this.tasks = tasks;
  }

  void closeWhenShown() {
    start();
  }

  @Override
  public void handle(long now) {
    quiet = tasks.underWay().isEmpty() ? quiet + 1 : 0;
    if (quiet == QUIET_PULSES) {
      stop();
      Platform.exit();
    }
  }
}
