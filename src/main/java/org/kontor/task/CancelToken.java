package org.kontor.task;

import java.util.concurrent.CancellationException;

/** Whether a running task is still wanted. */
@FunctionalInterface
public interface CancelToken {
  boolean isCancelled();

  /** Ends the task here if it is no longer wanted. */
  default void check() {
    if (isCancelled()) {
      throw new CancellationException();
    }
  }
}
