package org.kontor.task;

import java.util.function.Consumer;

/**
 * What a task does, on a background thread. It is interrupted when the task is cancelled.
 *
 * @param <T> its result
 */
@FunctionalInterface
public interface Work<T> {
  T run(CancelToken cancel, Consumer<Progress> progress) throws Exception;
}
