package org.kontor.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.ObjectId;

/**
 * Which entry each object on a server belongs to, and what it was called. On the journal's thread.
 */
final class Claims {
  private Claims() {}

  static void note(Connection database, Collection<Item> changed) throws SQLException {
    try (PreparedStatement release =
            database.prepareStatement("DELETE FROM claim WHERE entry = ?");
        PreparedStatement claim =
            database.prepareStatement(
                "INSERT OR REPLACE INTO claim (server, object, entry, name)"
                    + " VALUES (?, ?, ?, ?)")) {
      for (Item item : changed) {
        if (!(item.operation() instanceof Operation.NewObject made)) {
          continue;
        }
        Optional<ObjectId> object = item.attempt().object();
        if (object.isEmpty()) {
          release.setLong(1, item.id().number());
          release.executeUpdate();
        } else {
          claim.setString(1, item.entry().server());
          claim.setString(2, object.get().value());
          claim.setLong(3, item.id().number());
          claim.setString(4, made.files().stream().findFirst().map(SourceFile::name).orElse(null));
          claim.executeUpdate();
        }
      }
    }
  }

  /** The entries that objects belong to; those that belong to none are left out. */
  static Map<ObjectId, EntryId> entries(
      Connection database, String server, Collection<ObjectId> objects) throws SQLException {
    return entries(
        database, server, objects, "SELECT entry FROM claim WHERE server = ? AND object = ?");
  }

  private static Map<ObjectId, EntryId> entries(
      Connection database, String server, Collection<ObjectId> objects, String sql)
      throws SQLException {
    Map<ObjectId, EntryId> entries = new HashMap<>();
    try (PreparedStatement select = database.prepareStatement(sql)) {
      select.setString(1, server);
      for (ObjectId object : objects) {
        select.setString(2, object.value());
        try (ResultSet row = select.executeQuery()) {
          if (row.next()) {
            entries.put(object, new EntryId(row.getLong(1)));
          }
        }
      }
    }
    return entries;
  }

  /** The first entries about objects; those that none is about are left out. */
  static Map<ObjectId, EntryId> firstAbout(
      Connection database, String server, Collection<ObjectId> objects) throws SQLException {
    return entries(
        database,
        server,
        objects,
        "SELECT id FROM entry WHERE server = ?"
            + " AND json_extract(operation, '$.object.value') = ? ORDER BY id LIMIT 1");
  }

  static Optional<String> name(Connection database, String server, ObjectId object)
      throws SQLException {
    return SqliteJournal.text(
        database, "SELECT name FROM claim WHERE server = ? AND object = ?", server, object.value());
  }
}
