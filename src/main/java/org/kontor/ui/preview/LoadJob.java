package org.kontor.ui.preview;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.task.Progress;
import org.kontor.ui.common.UiThread;
import org.kontor.ui.preview.decode.PageFit;

/** One file being fetched and read. Used on the window's thread. */
final class LoadJob {
  private final PreviewSource.OfFile source;
  private final boolean anyway;
  private final PageFit fit;
  private @Nullable BackgroundTask task;
  private boolean over;

  LoadJob(PreviewSource.OfFile source, boolean anyway, PageFit fit) {
    this.source = source;
    this.anyway = anyway;
    this.fit = fit;
  }

  PreviewSource.OfFile source() {
    return source;
  }

  /**
   * @param moved told on the window's thread how far it is
   * @param ended told once, on the window's thread
   */
  void start(
      String title,
      PreviewLoader loader,
      BackgroundTasks tasks,
      Executor ui,
      Consumer<Progress> moved,
      Consumer<Outcome<Preview>> ended) {
    Runnable report =
        UiThread.coalescing(
            ui,
            () -> {
              if (task != null && !over) {
                moved.accept(task.progress());
              }
            });
    task =
        tasks.start(
            title,
            (cancel, progress) ->
                loader.load(source, anyway, fit, cancel, progress.andThen(_ -> report.run())),
            outcome -> {
              over = true;
              ended.accept(outcome);
            });
  }

  void cancel() {
    if (task != null) {
      task.cancel();
    }
  }
}
