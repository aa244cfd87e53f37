package org.kontor.task;

/**
 * How a task ended. Every handler gets one of the three, always.
 *
 * @param <T> the result's type
 */
public sealed interface Outcome<T> {
  record Done<T>(T result) implements Outcome<T> {}

  record Failed<T>(Exception cause) implements Outcome<T> {}

  /** Cancelled is a normal ending, not an error. */
  record Cancelled<T>() implements Outcome<T> {}
}
