package org.kontor.local.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Which files an object has, and the bytes of the small ones. */
public final class ContentTable {
  static final String COLUMNS = "position, digest, length, mime, extension";

  private final Session session;

  /** The table seen through one session. */
  public ContentTable(Session session) {
    this.session = session;
  }

  /** The files of an object by index. */
  public List<StoredContent> of(long object) {
    return session.list(
        "SELECT " + COLUMNS + " FROM content WHERE object = ? ORDER BY position",
        ContentTable::row,
        object);
  }

  static StoredContent row(ResultSet row) throws SQLException {
    return new StoredContent(
        row.getInt(1),
        Digest.of(row.getBytes(2)),
        row.getLong(3),
        row.getString(4),
        row.getString(5));
  }

  void add(long object, StoredContent content) {
    session.update(
        "INSERT INTO content (object, position, digest, length, mime, extension)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        object,
        content.position(),
        content.digest().bytes(),
        content.length(),
        content.mimeType(),
        content.extension());
  }

  void delete(long object) {
    session.update("DELETE FROM content WHERE object = ?", object);
  }

  void delete(long object, int position) {
    session.update("DELETE FROM content WHERE object = ? AND position = ?", object, position);
  }

  /** Makes room at an index. The way over negative numbers keeps the keys different. */
  void moveOn(long object, int from) {
    session.update(
        "UPDATE content SET position = -(position + 1) WHERE object = ? AND position >= ?",
        object,
        from);
    session.update(
        "UPDATE content SET position = -position WHERE object = ? AND position < 0", object);
  }

  /** Moves the files behind a gap to the front by one. */
  void closeGap(long object, int gap) {
    session.update(
        "UPDATE content SET position = -(position - 1) WHERE object = ? AND position > ?",
        object,
        gap);
    session.update(
        "UPDATE content SET position = -position WHERE object = ? AND position < 0", object);
  }

  boolean referenced(Digest digest) {
    return session.any(
        "SELECT 1 FROM content WHERE digest = ?1"
            + " UNION ALL SELECT 1 FROM version_content WHERE digest = ?1 LIMIT 1",
        digest.bytes());
  }

  void keepSmall(Digest digest, byte[] bytes) {
    session.update(
        "INSERT OR IGNORE INTO small_content (digest, bytes) VALUES (?, ?)", digest.bytes(), bytes);
  }

  void dropSmall(Digest digest) {
    session.update("DELETE FROM small_content WHERE digest = ?", digest.bytes());
  }

  Optional<byte[]> small(Digest digest) {
    return session.first(
        "SELECT bytes FROM small_content WHERE digest = ?", row -> row.getBytes(1), digest.bytes());
  }
}
