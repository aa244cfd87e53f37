package org.kontor.outbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Makes the journal of an outbox refuse to be written, as a full disk does, and lets it again. */
public final class FullJournal {
  private final Path journal;

  /**
   * @param outbox its folder; it may be open
   */
  public FullJournal(Path outbox) {
    journal = outbox.resolve("journal.db");
  }

  /** Nothing can be written from now on. */
  public void fill() throws SQLException {
    for (String change : List.of("INSERT", "UPDATE")) {
      execute(
          "CREATE TRIGGER full_%1$s BEFORE %1$s ON entry BEGIN SELECT RAISE(ABORT, '%2$s'); END"
              .formatted(change, "database or disk is full"));
    }
  }

  /** There is room again. */
  public void clear() throws SQLException {
    execute("DROP TRIGGER full_INSERT");
    execute("DROP TRIGGER full_UPDATE");
  }

  private void execute(String sql) throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + journal);
        Statement statement = database.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      statement.execute(sql);
    }
  }
}
