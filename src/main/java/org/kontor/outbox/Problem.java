package org.kontor.outbox;

import java.util.Map;
import java.util.Objects;
import org.kontor.model.FieldValue;

/**
 * Why an entry is not done.
 *
 * @param cause what kind it is; the window makes the sentence from it
 * @param detail the server's or the system's own text
 * @param fieldMessages field name to the server's message about it
 * @param theirs in a conflict: field name to what the server holds now; what was meant to stand
 *     there, and what stood there before, the operation says
 */
public record Problem(
    Cause cause, String detail, Map<String, String> fieldMessages, Map<String, FieldValue> theirs) {
  public Problem {
    fieldMessages = Map.copyOf(fieldMessages);
    // Journals of earlier versions do not have it.
    theirs = Map.copyOf(Objects.requireNonNullElse(theirs, Map.of()));
  }

  public Problem(Cause cause, String detail, Map<String, String> fieldMessages) {
    this(cause, detail, fieldMessages, Map.of());
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
    /** The detail names the file and its kind. */
    FILE_KIND,
    CONFLICT,
    /** The detail is who holds the document, as the server names people. */
    LOCKED,
    UNREACHABLE,
    /** Nobody vouches for its certificate; the detail is host and port. */
    UNTRUSTED,
    /** Its key is another than the one that was trusted; the detail is host and port. */
    CHANGED_KEY,
    BUSY,
    NO_ANSWER,
    FILE_UNUSABLE,
    PROTOCOL,
    SERVER_FAILED,
    /** The detail is the point of the server's profile that says how it wants to be asked. */
    UNKNOWN_DIALECT,
    /** The server gives lists in parts, so that nothing can be said to be missing. */
    PART_OF_LIST,
    /** It is not among what the server shows, which may not be all that is there. */
    NOT_ALL_SHOWN,
    /** Something is there that may be it, and cannot be told from it. */
    ALIKE,
    /** The server said yes once, and what it made is not seen where it belongs. */
    NOT_SEEN
  }
}
