package org.kontor.ui.checkout;

/**
 * A working copy as it stands.
 *
 * @param sentence what is in the way; empty when nothing is
 */
record CheckedOut(WorkingCopy copy, Condition condition, String sentence) {

  /** How a working copy stands to what the server has. */
  enum Condition {
    /** As on the server. */
    UNCHANGED,
    /** Saved, and not sent yet. */
    CHANGED,
    /** On its way. */
    SENDING,
    /** It was not taken: the sentence says why. */
    NEEDS_YOU,
    /** Its file was deleted or renamed. */
    MISSING
  }
}
