package org.kontor.outbox;

/** What the control threads tell the outbox; on their threads, must be cheap. */
interface Signals {
  void changed();

  /** Told once until somebody resumes. */
  void signInNeeded(String server);

  /** The journal has been written. */
  void journalWorks();

  /** The journal could not be written; it is tried again. */
  void journalFailed(Exception failure);
}
