package org.kontor.local.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects of the archive, without index data, places and contents. */
public final class ObjectTable {
  private static final String COLUMNS =
      "id, type, state, main_type, created, creator, modified, modifier, owner, source,"
          + " retention, archivable, archived, archiver";

  private final Session session;

  /** The table seen through one session. */
  public ObjectTable(Session session) {
    this.session = session;
  }

  /** Stores a new object and returns it with its number, which no other object ever has. */
  public StoredObject insert(StoredObject object) {
    long number =
        session.insert(
            "INSERT INTO object (type, state, main_type, created, creator, modified, modifier,"
                + " owner, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            object.type(),
            object.state().code(),
            object.mainType(),
            object.created(),
            object.creator(),
            object.modified(),
            object.modifier(),
            object.owner().orElse(null),
            object.source().orElse(null));
    return object.numbered(number);
  }

  /** The object of a number, wherever it is. */
  public Optional<StoredObject> find(long id) {
    return session.first("SELECT " + COLUMNS + " FROM object WHERE id = ?", ObjectTable::row, id);
  }

  /** Notes who changed it and when; the time never goes back. */
  public void touch(long id, long user, long now) {
    session.update(
        "UPDATE object SET modified = max(modified, ?), modifier = ? WHERE id = ?", now, user, id);
  }

  /** Gives an object its type, or another one in another cabinet. */
  public void assignType(long id, long type, int mainType) {
    session.update("UPDATE object SET type = ?, main_type = ? WHERE id = ?", type, mainType, id);
  }

  /** Out of the tray into the cabinet. */
  public void file(long id) {
    session.update(
        "UPDATE object SET state = ?, owner = NULL WHERE id = ?", State.FILED.code(), id);
  }

  /** Sets or clears the planned retention date. */
  public void retain(long id, @Nullable String date) {
    session.update("UPDATE object SET retention = ? WHERE id = ?", date, id);
  }

  /** Releases for archiving, or takes the release back. */
  public void archivable(long id, boolean archivable) {
    session.update("UPDATE object SET archivable = ? WHERE id = ?", archivable ? 1 : 0, id);
  }

  /** Notes that a document is archived. */
  public void archive(long id, Archived archived) {
    session.update(
        "UPDATE object SET archived = ?, archiver = ? WHERE id = ?",
        archived.time(),
        archived.account(),
        id);
  }

  /** From the workflow tray into the user tray of the same owner. */
  public void toUserTray(long id) {
    session.update("UPDATE object SET state = ? WHERE id = ?", State.TRAY.code(), id);
  }

  /** Puts an object into the recycle bin. */
  public void bin(long id, long user, long now) {
    session.update(
        "UPDATE object SET bin_from = state, state = ?, binned = ?, binner = ? WHERE id = ?",
        State.BIN.code(),
        now,
        user,
        id);
  }

  /** Removes the row for good. */
  public void delete(long id) {
    session.update("DELETE FROM object WHERE id = ?", id);
  }

  /** Whether reference documents show this object's file. */
  public boolean hasReferences(long id) {
    return session.any("SELECT 1 FROM object WHERE source = ? LIMIT 1", id);
  }

  /** Whether the archive holds nothing yet. */
  public boolean isEmpty() {
    return !session.any("SELECT 1 FROM object LIMIT 1");
  }

  /** How many objects of a type lie directly in a container. */
  public long countChildren(long parent, long type) {
    return session
        .first(
            "SELECT count(*) FROM place WHERE parent = ? AND type = ?",
            row -> row.getLong(1),
            parent,
            type)
        .orElse(0L);
  }

  /** Every object that has a place directly in a container. */
  public List<Long> children(long parent) {
    return session.list("SELECT object FROM place WHERE parent = ?", row -> row.getLong(1), parent);
  }

  private static StoredObject row(ResultSet row) throws SQLException {
    return new StoredObject(
        row.getLong(1),
        row.getLong(2),
        State.of(row.getInt(3)),
        row.getInt(4),
        row.getLong(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        number(row, 9),
        number(row, 10),
        Optional.ofNullable(row.getString(11)),
        row.getInt(12) != 0,
        archived(row));
  }

  private static Optional<Archived> archived(ResultSet row) throws SQLException {
    long time = row.getLong(13);
    return row.wasNull() ? Optional.empty() : Optional.of(new Archived(time, row.getLong(14)));
  }

  private static Optional<Long> number(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }
}
