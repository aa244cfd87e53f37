package org.kontor.local.rillsoft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kontor.local.store.Digest;
import org.kontor.local.store.Session;
import org.kontor.local.store.StoredContent;

/** Documents and their versions seen through one session. */
final class DocumentTable {
  private static final String REVISION =
      "r.id, r.number, r.name, r.description, r.created, r.creator,"
          + " c.position, c.digest, c.length, c.mime, c.extension";
  private static final String DOCUMENT =
      "SELECT "
          + REVISION
          + ", d.id, d.project, d.element, d.folder, d.created, d.creator, d.deleted"
          + " FROM document d JOIN revision r ON r.id = d.revision"
          + " JOIN content c ON c.object = r.id";

  private final Session session;

  DocumentTable(Session session) {
    this.session = session;
  }

  /** Active documents of a project by their number. */
  List<Document> of(long project) {
    return session.list(
        DOCUMENT + " WHERE d.project = ? AND d.deleted = 0 ORDER BY d.id",
        DocumentTable::document,
        project);
  }

  /** A document of a project, deleted or not. */
  Optional<Document> one(long project, long id) {
    return session.first(
        DOCUMENT + " WHERE d.id = ? AND d.project = ?", DocumentTable::document, id, project);
  }

  /** The versions of a document, the first one first. */
  List<Document.Revision> revisions(long document) {
    return session.list(
        "SELECT "
            + REVISION
            + " FROM revision r JOIN content c ON c.object = r.id"
            + " WHERE r.document = ? ORDER BY r.number",
        DocumentTable::revision,
        document);
  }

  private static Document document(ResultSet row) throws SQLException {
    return new Document(
        row.getLong(12),
        row.getLong(13),
        row.getString(14),
        row.getLong(15),
        revision(row),
        row.getLong(16),
        row.getString(17),
        row.getBoolean(18));
  }

  private static Document.Revision revision(ResultSet row) throws SQLException {
    return new Document.Revision(
        row.getLong(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getString(6),
        new StoredContent(
            row.getInt(7),
            Digest.of(row.getBytes(8)),
            row.getLong(9),
            row.getString(10),
            row.getString(11)));
  }

  /** Whether a place has an active document of this name besides one. */
  boolean taken(String element, long folder, String name, long besides) {
    return session.any(
        "SELECT 1 FROM document d JOIN revision r ON r.id = d.revision WHERE d.element = ?"
            + " AND d.folder = ? AND d.deleted = 0 AND r.name = ? AND d.id <> ? LIMIT 1",
        element,
        folder,
        name,
        besides);
  }

  /** A document that has no version yet. */
  long add(long project, String element, long folder, long time, String account) {
    return session.insert(
        "INSERT INTO document (project, element, folder, revision, created, creator)"
            + " VALUES (?, ?, ?, 0, ?, ?)",
        project,
        element,
        folder,
        time,
        account);
  }

  /** A new present version, whose file is still to be attached; returns its key. */
  long addRevision(long document, String name, String description, long time, String account) {
    long revision =
        session.insert(
            "INSERT INTO revision (document, number, name, description, created, creator) SELECT"
                + " ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5 FROM revision"
                + " WHERE document = ?1",
            document,
            name,
            description,
            time,
            account);
    session.update("UPDATE document SET revision = ? WHERE id = ?", revision, document);
    return revision;
  }

  /** Other metadata of the present version. */
  void rename(long revision, String name, String description) {
    session.update(
        "UPDATE revision SET name = ?, description = ? WHERE id = ?", name, description, revision);
  }

  void move(long document, String element, long folder) {
    session.update(
        "UPDATE document SET element = ?, folder = ? WHERE id = ?", element, folder, document);
  }

  void setDeleted(long document, boolean deleted) {
    session.update("UPDATE document SET deleted = ? WHERE id = ?", deleted, document);
  }
}
