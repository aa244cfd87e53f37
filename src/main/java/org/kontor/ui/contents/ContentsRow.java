package org.kontor.ui.contents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.kontor.model.DmsObject;
import org.kontor.outbox.EntryId;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Pending;

/** One row of a container's content. */
public sealed interface ContentsRow {

  /**
   * A folder, register or document that is there.
   *
   * @param title what it is called
   * @param typeName the type's name
   * @param pending how it stands with the outbox
   * @param state what the outbox does with it, or why it cannot; empty when nothing is under way
   * @param marks what else is worth seeing, as far as it is known by now
   */
  record Present(
      DmsObject object,
      String title,
      String typeName,
      Optional<Instant> created,
      Optional<String> createdBy,
      OptionalLong bytes,
      Pending pending,
      String state,
      List<Mark> marks)
      implements ContentsRow {
    public Present {
      marks = List.copyOf(marks);
    }
  }

  /** Something that is on its way here. */
  record Coming(
      EntryId entry, String title, String typeName, Instant accepted, Pending pending, String state)
      implements ContentsRow {}

  /** Stands where a row will be once it is read. */
  record Loading() implements ContentsRow {}

  /**
   * Stands where a row could not be read.
   *
   * @param sentence why
   */
  record Failed(String sentence) implements ContentsRow {}
}
