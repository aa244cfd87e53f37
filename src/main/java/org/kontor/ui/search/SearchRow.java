package org.kontor.ui.search;

import java.util.List;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Pending;

/** One row of what was found. */
public sealed interface SearchRow {

  /**
   * A hit.
   *
   * @param place where it lies, from the cabinet down; empty while that is not known
   * @param pending how it stands with the outbox
   * @param state what the outbox does with it, or why it cannot; empty when nothing is under way
   * @param marks what else is worth seeing, as far as it is known by now
   */
  record Found(Hit hit, String place, Pending pending, String state, List<Mark> marks)
      implements SearchRow {
    public Found {
      marks = List.copyOf(marks);
    }
  }

  /** Stands where a row will be once it is read. */
  record Loading() implements SearchRow {}

  /**
   * Stands where a row could not be read.
   *
   * @param sentence why
   */
  record Failed(String sentence) implements SearchRow {}
}
