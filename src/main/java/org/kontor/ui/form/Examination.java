package org.kontor.ui.form;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.task.Progress;
import org.kontor.task.Work;

/**
 * A look at what is to be written before anything is: one at a time, with how far it is, and it can
 * be stopped. On the window's thread only.
 */
final class Examination {
  private final BackgroundTasks tasks;
  private final Executor later;
  private final ReadOnlyObjectWrapper<Optional<Progress>> progress =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private volatile @Nullable Progress newest;
  private volatile boolean told;
  private @Nullable BackgroundTask task;
  private long generation;

  /**
   * @param later runs something on the window's thread after a pause
   */
  Examination(BackgroundTasks tasks, Executor later) {
    this.tasks = tasks;
    this.later = later;
  }

  /** How far it is; empty while none is under way. */
  ReadOnlyObjectProperty<Optional<Progress>> progressProperty() {
    return progress.getReadOnlyProperty();
  }

  boolean isUnderWay() {
    return task != null;
  }

  /**
   * Begins; what is under way is stopped.
   *
   * @param ended told the outcome, also that of one that was stopped
   */
  <T> void start(String title, Work<T> work, Consumer<Outcome<T>> ended) {
    stop();
    long mine = ++generation;
    progress.set(Optional.of(Progress.UNKNOWN));
    task =
        tasks.start(
            title,
            (cancel, _) -> work.run(cancel, now -> moved(mine, now)),
            outcome -> {
              if (mine == generation) {
                task = null;
                progress.set(Optional.empty());
                ended.accept(outcome);
              }
            });
  }

  /** Nothing comes of what is under way. */
  void stop() {
    generation++;
    if (task != null) {
      task.cancel();
      task = null;
      progress.set(Optional.empty());
    }
  }

  private void moved(long of, Progress now) {
    newest = now;
    if (!told) {
      told = true;
      later.execute(
          () -> {
            told = false;
            if (of == generation && task != null) {
              progress.set(Optional.ofNullable(newest));
            }
          });
    }
  }
}
