package org.kontor.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The journal's database file: how it is opened, checked and brought up to date. */
final class JournalFile {
  /** One list of statements for each version, from 1. */
  private static final List<List<String>> MIGRATIONS =
      List.of(
          List.of(
              """
              CREATE TABLE entry (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                server TEXT NOT NULL,
                batch INTEGER NOT NULL,
                lane TEXT NOT NULL,
                title TEXT NOT NULL,
                operation TEXT NOT NULL,
                accepted INTEGER NOT NULL,
                state TEXT NOT NULL,
                attempts INTEGER NOT NULL,
                problem TEXT,
                receipt TEXT,
                attempt TEXT NOT NULL)
              """,
              "CREATE INDEX entry_open ON entry (id) WHERE state NOT IN ('DONE', 'CANCELLED')",
              """
              CREATE TABLE claim (
                server TEXT NOT NULL,
                object TEXT NOT NULL,
                entry INTEGER NOT NULL,
                name TEXT,
                PRIMARY KEY (server, object)) WITHOUT ROWID
              """,
              "CREATE INDEX claim_entry ON claim (entry)",
              """
              CREATE TABLE baseline (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                server TEXT NOT NULL,
                content TEXT NOT NULL)
              """),
          // Since 2 there are more kinds of operations: an older program must not try to read them.
          List.of(),
          List.of(
              "CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT"
                  + " ROWID",
              """
              CREATE TABLE IF NOT EXISTS digest (
                sha256 TEXT NOT NULL,
                entry INTEGER NOT NULL,
                PRIMARY KEY (sha256, entry)) WITHOUT ROWID
              """,
              """
              INSERT OR IGNORE INTO digest
                SELECT json_extract(file.value, '$.sha256'), entry.id
                FROM entry, json_each(entry.operation, '$.files') AS file
                WHERE json_extract(file.value, '$.sha256') IS NOT NULL
              """),
          List.of(
              """
              CREATE INDEX IF NOT EXISTS entry_object
                ON entry (server, json_extract(operation, '$.object.value'))
                WHERE json_extract(operation, '$.object.value') IS NOT NULL
              """));

  /** The file is not a database, or one that has lost its sense. */
  static final class Damaged extends Exception {
    Damaged(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private final Path file;

  JournalFile(Path file) {
    this.file = file;
  }

  /** Opens it without looking closely: it was checked before. */
  Connection open() throws SQLException {
    Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = database.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA fullfsync = 1");
      statement.execute("PRAGMA mmap_size = 0");
      database.setAutoCommit(false);
      return database;
    } catch (SQLException failure) {
      database.close();
      throw failure;
    }
  }

  /** Opens it, checks it and brings it up to this program's version. */
  Connection openChecked() throws IOException, Damaged {
    try {
      Connection database = open();
      try {
        check(database);
        migrate(database);
        return database;
      } catch (SQLException | Damaged | IOException failure) {
        database.close();
        throw failure;
      }
    } catch (SQLException failure) {
      if (isDamage(failure)) {
        throw new Damaged("the journal is damaged", failure);
      }
      throw new IOException("the journal cannot be opened", failure);
    }
  }

  private static void check(Connection database) throws SQLException, Damaged {
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
      String verdict = result.next() ? result.getString(1) : "";
      if (!"ok".equals(verdict)) {
        throw new Damaged(verdict, new SQLException(verdict));
      }
    }
  }

  private static void migrate(Connection database) throws SQLException, IOException {
    try (Statement statement = database.createStatement()) {
      int version;
      try (ResultSet result = statement.executeQuery("PRAGMA user_version")) {
        version = result.next() ? result.getInt(1) : 0;
      }
      if (version > MIGRATIONS.size()) {
        throw new NewerJournalException();
      }
      for (; version < MIGRATIONS.size(); version++) {
        for (String sql : MIGRATIONS.get(version)) {
          statement.execute(sql);
        }
        statement.execute("PRAGMA user_version = " + (version + 1));
      }
      database.commit();
    }
  }

  /** SQLITE_CORRUPT and SQLITE_NOTADB, whatever their extended codes. */
  private static boolean isDamage(SQLException failure) {
    int code = failure.getErrorCode() & 0xff;
    return code == 11 || code == 26;
  }
}
