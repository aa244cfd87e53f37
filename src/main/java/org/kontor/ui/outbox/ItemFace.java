package org.kontor.ui.outbox;

/**
 * An entry as it is shown.
 *
 * @param title what the person knows it by
 * @param detail what is done with it and where it goes
 * @param state its state in words
 * @param look picks icon and colour
 * @param progress from 0 to 1 while it is being sent, else -1
 * @param problem why it is not done and what to do; empty when there is nothing to say
 */
record ItemFace(
    String title,
    String detail,
    String state,
    Look look,
    double progress,
    String problem,
    boolean cancellable,
    boolean retryable) {

  /** The few ways an entry can look. */
  enum Look {
    WAITING,
    SENDING,
    CHECKING,
    DONE,
    NEEDS_YOU,
    CANCELLED
  }

  /** What a screen reader says. */
  String spoken() {
    return problem.isEmpty()
        ? title + ", " + detail + ", " + state
        : title + ", " + detail + ", " + state + ". " + problem;
  }
}
