package org.kontor.ui.tray;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;
import org.kontor.outbox.EntryId;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Pending;

/**
 * One entry of the tray as it is shown.
 *
 * @param name the file's name
 * @param received when it came into the tray, or was dropped
 * @param kind the type's name; empty while it has none
 * @param bytes of all its files, where known
 * @param pages files of an image document, where known
 * @param pending how it stands
 * @param state what the outbox does with it, or why it cannot; empty when nothing is under way
 * @param marks what else the listing told that is worth seeing
 * @param document empty until it is on the server
 */
public record TrayRow(
    Key key,
    String name,
    Optional<Instant> received,
    Optional<String> kind,
    OptionalLong bytes,
    OptionalInt pages,
    FileKind fileKind,
    Pending pending,
    String state,
    List<Mark> marks,
    Optional<DmsObject.Document> document) {
  public TrayRow {
    marks = List.copyOf(marks);
  }

  /** What makes a row the same row after a refresh. */
  public sealed interface Key {
    /** It is on the server. */
    record OnServer(ObjectId id) implements Key {}

    /** It is in the outbox only. */
    record InOutbox(EntryId id) implements Key {}

    /** It is the heading of a group. */
    record Heading(String title) implements Key {}
  }

  /**
   * The line above a group.
   *
   * @param text title and number of entries
   */
  static TrayRow heading(String title, String text) {
    return new TrayRow(
        new Key.Heading(title),
        text,
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        FileKind.OTHER,
        Pending.NONE,
        "",
        List.of(),
        Optional.empty());
  }

  /** Whether it is a group's heading, which stands for no document. */
  public boolean isHeading() {
    return key instanceof Key.Heading;
  }

  /** What its file is, for the icon. */
  public enum FileKind {
    IMAGE,
    MAIL,
    OTHER
  }
}
