package org.kontor.app;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.kontor.ui.common.Unexpected;

/**
 * What nobody caught, on whatever thread: into the log with its code, and before the person. Each
 * kind is shown once: a bug that comes with every pulse shall not bury the window.
 */
final class UnexpectedFailures implements Thread.UncaughtExceptionHandler {
  private static final System.Logger LOG = System.getLogger(UnexpectedFailures.class.getName());

  private final Executor ui;
  private final Consumer<Unexpected> show;
  private final Set<String> shown = ConcurrentHashMap.newKeySet();

  /**
   * @param show called on the window's thread
   */
  UnexpectedFailures(Executor ui, Consumer<Unexpected> show) {
    this.ui = ui;
    this.show = show;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    Unexpected unexpected = Unexpected.of(failure, new Version().getVersion()[0]);
    LOG.log(System.Logger.Level.ERROR, "Unexpected failure " + unexpected.code(), failure);
    if (shown.add(unexpected.code())) {
      ui.execute(() -> show(unexpected));
    }
  }

  private void show(Unexpected unexpected) {
    try {
      show.accept(unexpected);
    } catch (RuntimeException again) {
      LOG.log(System.Logger.Level.ERROR, "The failure could not be shown", again);
    }
  }
}
