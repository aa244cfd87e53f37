package org.kontor.task;

/** A task that is under way or over. Safe from any thread. */
public interface BackgroundTask {
  String title();

  Progress progress();

  boolean isOver();

  /** Asks the task to end; its handler then gets {@link Outcome.Cancelled}. Harmless when over. */
  void cancel();
}
