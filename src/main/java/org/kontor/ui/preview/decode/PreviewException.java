package org.kontor.ui.preview.decode;

/**
 * Why a file is not shown. Unchecked, because it is also thrown from inside decoding libraries,
 * which swallow I/O failures and carry on.
 */
public final class PreviewException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What a person is told. */
  public enum Reason {
    /** Cut off, or not what it claims to be. */
    DAMAGED,
    /** Opens with a password only. */
    ENCRYPTED,
    /** Took longer than it may. */
    TOO_SLOW,
    /** Would need more memory than it may. */
    TOO_DEMANDING,
    /** More bytes than are fetched without being asked to. */
    TOO_LONG,
    /** No longer there. */
    GONE,
    /** There, but not readable by this person or this program. */
    UNREADABLE,
    /** Has no byte. */
    EMPTY,
    /** The download ended early. */
    CUT_OFF
  }

  private final Reason reason;

  public PreviewException(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  PreviewException(Reason reason, Throwable cause) {
    super(reason.name(), cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
