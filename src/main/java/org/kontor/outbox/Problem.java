package org.kontor.outbox;

import java.util.Map;

/**
 * Why an entry is not done.
 *
 * @param cause what kind it is; the window makes the sentence from it
 * @param detail the server's or the system's own text
 * @param fieldMessages field name to the server's message about it
 */
public record Problem(Cause cause, String detail, Map<String, String> fieldMessages) {
  public Problem {
    fieldMessages = Map.copyOf(fieldMessages);
  }

  /** What kind of problem it is. */
  public enum Cause {
    NOT_SIGNED_IN,
    NO_RIGHT,
    NOT_FOUND,
    REFUSED,
    KEY_TAKEN,
    TOO_LARGE,
    WRONG_FORM,
    CONFLICT,
    /** The detail is who holds the document, as the server names people. */
    LOCKED,
    UNREACHABLE,
    BUSY,
    NO_ANSWER,
    FILE_UNUSABLE,
    PROTOCOL,
    SERVER_FAILED
  }
}
