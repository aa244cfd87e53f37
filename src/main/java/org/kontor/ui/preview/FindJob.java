package org.kontor.ui.preview;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Progress;
import org.kontor.ui.common.UiThread;

/** A {@link FindRun} under way. Used on the window's thread. */
final class FindJob {
  private final Queue<FindRun.Step> steps = new ConcurrentLinkedQueue<>();
  private @Nullable BackgroundTask task;
  private volatile boolean superseded;

  /** Told on the window's thread. */
  interface Listener {
    /**
     * Some steps were made.
     *
     * @param steps one or more, to be taken out
     */
    void moved(Queue<FindRun.Step> steps, Progress progress);

    /** It is over, in whatever way; told once. */
    void ended(FindJob job);
  }

  void start(
      String title,
      FindRun.Plan plan,
      PreviewLoader loader,
      BackgroundTasks tasks,
      Executor ui,
      Listener listener) {
    Runnable report = UiThread.coalescing(ui, () -> tell(listener));
    Consumer<FindRun.Step> told =
        step -> {
          steps.add(step);
          report.run();
        };
    task =
        tasks.<Boolean>start(
            title,
            (cancel, progress) -> {
              new FindRun(plan, loader, () -> superseded, told, cancel, progress).run();
              return true;
            },
            _ -> {
              tell(listener);
              listener.ended(this);
            });
  }

  /** Ends it at once. */
  void cancel() {
    superseded = true;
    if (task != null) {
      task.cancel();
    }
  }

  /** Ends it after the page that it is at, whose text is kept: another search goes on with it. */
  void supersede() {
    superseded = true;
  }

  private void tell(Listener listener) {
    if (!superseded && task != null && !steps.isEmpty()) {
      listener.moved(steps, task.progress());
    }
  }
}
