package org.kontor.ui.common;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/** The only place that hops to the thread that draws the window. */
public final class UiThread implements Executor {

  @Override
  public void execute(Runnable command) {
    if (Platform.isFxApplicationThread()) {
      command.run();
    } else {
      Platform.runLater(command);
    }
  }

  /**
   * A runnable that may be called from any thread as often as one likes: at most one run of {@code
   * refresh} waits on the given executor at a time.
   */
  public static Runnable coalescing(Executor executor, Runnable refresh) {
    AtomicBoolean waiting = new AtomicBoolean();
    return () -> {
      if (waiting.compareAndSet(false, true)) {
        executor.execute(
            () -> {
              waiting.set(false);
              refresh.run();
            });
      }
    };
  }
}
