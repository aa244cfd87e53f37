package org.kontor.ui.search;

/** One row of what was found. */
public sealed interface SearchRow {

  /**
   * A hit.
   *
   * @param place where it lies, from the cabinet down; empty while that is not known
   */
  record Found(Hit hit, String place) implements SearchRow {}

  /** Stands where a row will be once it is read. */
  record Loading() implements SearchRow {}

  /**
   * Stands where a row could not be read.
   *
   * @param sentence why
   */
  record Failed(String sentence) implements SearchRow {}
}
