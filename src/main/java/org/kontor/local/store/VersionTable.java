package org.kontor.local.store;

import java.util.List;
import java.util.Optional;

/** Former index data and former files of objects. */
public final class VersionTable {
  private final Session session;

  /** The table seen through one session. */
  public VersionTable(Session session) {
    this.session = session;
  }

  /**
   * One former state.
   *
   * @param position number within the object, from 1
   * @param guid what callers name it by
   * @param time when this state came to be, milliseconds of the epoch
   * @param account number of whoever made it
   * @param fields the index data as JSON; empty for a version of the files
   */
  public record Version(
      int position, String guid, long time, long account, Optional<String> fields) {}

  /** Keeps former index data. */
  public void keepFields(long object, String guid, long time, long account, String fields) {
    add(object, new Version(next(object), guid, time, account, Optional.of(fields)));
  }

  /** Keeps the present files, which the object may then lose. */
  public void keepFiles(long object, String guid, long time, long account) {
    int position = next(object);
    add(object, new Version(position, guid, time, account, Optional.empty()));
    session.update(
        "INSERT INTO version_content"
            + " (object, version, position, digest, length, mime, extension)"
            + " SELECT object, ?, position, digest, length, mime, extension"
            + " FROM content WHERE object = ?",
        position,
        object);
  }

  private int next(long object) {
    return session
        .first(
            "SELECT coalesce(max(position), 0) + 1 FROM version WHERE object = ?",
            row -> row.getInt(1),
            object)
        .orElse(1);
  }

  private void add(long object, Version version) {
    session.update(
        "INSERT INTO version (object, position, guid, time, account, fields)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        object,
        version.position(),
        version.guid(),
        version.time(),
        version.account(),
        version.fields().orElse(null));
  }

  /** The former states of an object, oldest first. */
  public List<Version> of(long object) {
    return session.list(
        "SELECT position, guid, time, account, fields FROM version WHERE object = ?"
            + " ORDER BY position",
        row ->
            new Version(
                row.getInt(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                Optional.ofNullable(row.getString(5))),
        object);
  }

  /** The files of a former state. */
  public List<StoredContent> files(long object, int version) {
    return session.list(
        "SELECT "
            + ContentTable.COLUMNS
            + " FROM version_content WHERE object = ? AND version = ? ORDER BY position",
        ContentTable::row,
        object,
        version);
  }

  /** Forgets a former state; its bytes are for {@link ContentStore} to drop. */
  void delete(long object, int version) {
    session.update("DELETE FROM version_content WHERE object = ? AND version = ?", object, version);
    session.update("DELETE FROM version WHERE object = ? AND position = ?", object, version);
  }
}
