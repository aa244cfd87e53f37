package org.kontor.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
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

  /** The number of the entry that an object belongs to. */
  static Optional<String> entry(Connection database, String server, ObjectId object)
      throws SQLException {
    return SqliteJournal.text(
        database,
        "SELECT entry FROM claim WHERE server = ? AND object = ?",
        server,
        object.value());
  }

  /** Whether an entry before this one is about the object. */
  static boolean isOlder(Connection database, String server, ObjectId object, EntryId entry)
      throws SQLException {
    try (PreparedStatement select =
        database.prepareStatement(
            "SELECT 1 FROM entry WHERE server = ?"
                + " AND json_extract(operation, '$.object.value') = ? AND id < ? LIMIT 1")) {
      select.setString(1, server);
      select.setString(2, object.value());
      select.setLong(3, entry.number());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  static Optional<String> name(Connection database, String server, ObjectId object)
      throws SQLException {
    return SqliteJournal.text(
        database, "SELECT name FROM claim WHERE server = ? AND object = ?", server, object.value());
  }
}
