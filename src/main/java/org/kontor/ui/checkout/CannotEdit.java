package org.kontor.ui.checkout;

/** A document that cannot be edited on this computer. */
final class CannotEdit extends Exception {
  enum Reason {
    NO_FILE,
    SEVERAL_FILES,
    UNTYPED,
    NO_RIGHT,
    CHECKED_OUT,
    ARCHIVED,
    REFERENCE,
    NOT_LOCKED
  }

  private final Reason reason;

  CannotEdit(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
