package org.kontor.ui.common;

/**
 * Something about a document or its place that a person wants to see in every list.
 *
 * @param spoken the same in words, for screen readers and tooltips
 */
public record Mark(Kind kind, String spoken) {

  /** What is marked; in the order in which it is shown. */
  public enum Kind {
    /** The outbox has yet to do something about it. */
    UNDER_WAY,
    /** The signed-in person has checked it out. */
    CHECKED_OUT,
    /** Somebody else has checked it out. */
    LOCKED,
    /** It is in the archive: nobody changes its file any more. */
    ARCHIVED,
    /** It shows the file of another document. */
    REFERENCE,
    /** It lies at more than one place. */
    SEVERAL_PLACES
  }
}
