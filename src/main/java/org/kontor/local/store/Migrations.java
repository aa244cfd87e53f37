package org.kontor.local.store;

import java.util.List;

/** The layout of the database, step by step; {@code user_version} counts the steps taken. */
final class Migrations {
  private static final List<List<String>> STEPS =
      List.of(
          List.of(
              "CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
              """
              CREATE TABLE object (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                type INTEGER NOT NULL,
                state INTEGER NOT NULL,
                main_type INTEGER NOT NULL,
                created INTEGER NOT NULL,
                creator INTEGER NOT NULL REFERENCES account,
                modified INTEGER NOT NULL,
                modifier INTEGER NOT NULL REFERENCES account,
                owner INTEGER REFERENCES account,
                source INTEGER,
                retention TEXT,
                archivable INTEGER NOT NULL DEFAULT 0,
                bin_from INTEGER,
                binned INTEGER,
                binner INTEGER)\
              """,
              "CREATE INDEX object_by_type ON object (type, state, created, id)",
              "CREATE INDEX object_by_owner ON object (owner, state, created, id)"
                  + " WHERE owner IS NOT NULL",
              "CREATE INDEX object_by_source ON object (source) WHERE source IS NOT NULL",
              """
              CREATE TABLE place (
                object INTEGER NOT NULL REFERENCES object,
                parent INTEGER NOT NULL REFERENCES object,
                folder INTEGER NOT NULL,
                register INTEGER NOT NULL,
                type INTEGER NOT NULL,
                created INTEGER NOT NULL,
                PRIMARY KEY (object, parent)) WITHOUT ROWID\
              """,
              "CREATE INDEX place_by_parent"
                  + " ON place (parent, type, created, object, folder, register)",
              "CREATE INDEX place_by_folder"
                  + " ON place (folder, type, created, object, parent, register)",
              """
              CREATE TABLE bin_place (
                object INTEGER NOT NULL REFERENCES object,
                parent INTEGER NOT NULL,
                folder INTEGER NOT NULL,
                register INTEGER NOT NULL,
                type INTEGER NOT NULL,
                created INTEGER NOT NULL,
                PRIMARY KEY (object, parent)) WITHOUT ROWID\
              """,
              "CREATE INDEX bin_place_by_parent ON bin_place (parent)",
              """
              CREATE TABLE content (
                object INTEGER NOT NULL REFERENCES object,
                position INTEGER NOT NULL,
                digest BLOB NOT NULL,
                length INTEGER NOT NULL,
                mime TEXT NOT NULL,
                extension TEXT NOT NULL,
                PRIMARY KEY (object, position)) WITHOUT ROWID\
              """,
              "CREATE INDEX content_by_digest ON content (digest)",
              "CREATE TABLE small_content"
                  + " (id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL)"),
          List.of(
              "ALTER TABLE object ADD COLUMN locker INTEGER REFERENCES account",
              "CREATE INDEX object_by_locker ON object (locker) WHERE locker IS NOT NULL"),
          List.of(
              """
              CREATE TABLE history (
                object INTEGER NOT NULL,
                position INTEGER NOT NULL,
                time INTEGER NOT NULL,
                account INTEGER NOT NULL,
                action INTEGER NOT NULL,
                detail TEXT NOT NULL,
                PRIMARY KEY (object, position)) WITHOUT ROWID\
              """,
              // Codes 100 and 101: created without and with content.
              "INSERT INTO history SELECT id, 1, created, creator, CASE WHEN EXISTS (SELECT 1 FROM"
                  + " content c WHERE c.object = object.id) THEN 101 ELSE 100 END, '' FROM object",
              """
              CREATE TABLE version (
                object INTEGER NOT NULL,
                position INTEGER NOT NULL,
                guid TEXT NOT NULL,
                time INTEGER NOT NULL,
                account INTEGER NOT NULL,
                fields TEXT,
                PRIMARY KEY (object, position)) WITHOUT ROWID\
              """,
              """
              CREATE TABLE version_content (
                object INTEGER NOT NULL,
                version INTEGER NOT NULL,
                position INTEGER NOT NULL,
                digest BLOB NOT NULL,
                length INTEGER NOT NULL,
                mime TEXT NOT NULL,
                extension TEXT NOT NULL,
                PRIMARY KEY (object, version, position)) WITHOUT ROWID\
              """,
              "CREATE INDEX version_content_by_digest ON version_content (digest)"),
          List.of(
              "ALTER TABLE object ADD COLUMN archived INTEGER",
              "ALTER TABLE object ADD COLUMN archiver INTEGER REFERENCES account"));

  private Migrations() {}

  static void run(Session session) {
    run(session, STEPS.size());
  }

  /** Takes only the first steps, as an older version did. */
  static void run(Session session, int steps) {
    run(session, STEPS, steps);
  }

  /** Takes the steps of another layout that were not taken yet. */
  static void run(Session session, List<List<String>> layout, int steps) {
    int version = session.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
    if (version > layout.size()) {
      throw new StoreException("newer", new IllegalStateException("user_version " + version));
    }
    for (int step = version; step < steps; step++) {
      session.update("BEGIN IMMEDIATE");
      layout.get(step).forEach(session::execute);
      session.execute("PRAGMA user_version = " + (step + 1));
      session.update("COMMIT");
    }
  }
}
