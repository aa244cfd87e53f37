package org.kontor.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.dms.SourceFile;

/** What the journal finds entries by beside their number, and its marks. On its thread only. */
final class JournalIndex {
  private JournalIndex() {}

  /** Notes the contents of inserts: of copies when accepted, of others by the receipt. */
  static void note(Connection database, Collection<Item> items) throws SQLException {
    try (PreparedStatement insert = insert(database)) {
      for (Item item : items) {
        if (!(item.operation() instanceof Operation.Insert made)) {
          continue;
        }
        for (SourceFile file : made.files()) {
          if (file.sha256().isPresent()) {
            add(insert, file.sha256().get(), item);
          }
        }
      }
      insert.executeBatch();
    }
    noteReceipts(database, items);
  }

  /** Notes what receipts tell of files that were not copied. */
  static void noteReceipts(Connection database, Collection<Item> items) throws SQLException {
    try (PreparedStatement insert = insert(database)) {
      for (Item item : items) {
        Optional<String> read = item.entry().receipt().flatMap(Receipt::sha256);
        if (read.isPresent()
            && item.operation() instanceof Operation.Insert made
            && made.files().stream().allMatch(file -> file.sha256().isEmpty())) {
          add(insert, read.get(), item);
        }
      }
      insert.executeBatch();
    }
  }

  private static PreparedStatement insert(Connection database) throws SQLException {
    return database.prepareStatement("INSERT OR IGNORE INTO digest (sha256, entry) VALUES (?, ?)");
  }

  private static void add(PreparedStatement insert, String sha256, Item item) throws SQLException {
    insert.setString(1, sha256);
    insert.setLong(2, item.id().number());
    insert.addBatch();
  }

  /** Numbers of the entries with one of the contents. */
  static Set<Long> having(Connection database, Collection<String> sha256) throws SQLException {
    Set<Long> entries = new TreeSet<>();
    try (PreparedStatement select =
        database.prepareStatement("SELECT entry FROM digest WHERE sha256 = ?")) {
      for (String one : sha256) {
        select.setString(1, one);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            entries.add(row.getLong(1));
          }
        }
      }
    }
    return entries;
  }

  static Optional<String> mark(Connection database, String name) throws SQLException {
    try (PreparedStatement select =
        database.prepareStatement("SELECT value FROM mark WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    }
  }

  static void mark(Connection database, String name, String value) throws SQLException {
    try (PreparedStatement insert =
        database.prepareStatement("INSERT OR REPLACE INTO mark (name, value) VALUES (?, ?)")) {
      insert.setString(1, name);
      insert.setString(2, value);
      insert.executeUpdate();
    }
  }
}
