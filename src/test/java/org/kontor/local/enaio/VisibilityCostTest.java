package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Account;
import org.kontor.local.DemoDefinition;
import org.kontor.local.LocalServerOptions;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** Rights do not make a page of a large container dearer than that of a small one. */
final class VisibilityCostTest {
  private static final int TINY = 800;

  /** Enough that the count of what is seen ends at its limit of 10,000 in both. */
  private static final int SMALL = 44_000;

  private static final int LARGE = 220_000;
  private static final int RUNS = 12;

  private static Server server;
  private static String tiny;
  private static String small;
  private static String large;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException, SQLException {
    Path file =
        DemoDefinition.withRights(
            data,
            """
            {"group": [{"name": "all", "member": "*", "grant": [
              {"type": "supplierFile", "allow": ["see", "create"]},
              {"type": "accountingNote", "allow": ["see"],
               "where": {"field": "noteTitle", "value": "open"}}]}]}
            """);
    server =
        Server.start(
            new LocalServerOptions(
                0, data, Optional.of(file), List.of(new Account("demo", "demo")), false));
    tiny = server.folder("L-0");
    small = server.folder("L-1");
    large = server.folder("L-2");
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("archive.db"));
        Statement statement = database.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      fill(statement, tiny, 900_000, TINY);
      fill(statement, small, 1_000_000, SMALL);
      fill(statement, large, 2_000_000, LARGE);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Documents of which every other one may be seen, and as many of a type that may not. */
  private static void fill(Statement statement, String folder, int first, int count)
      throws SQLException {
    String numbers =
        "WITH RECURSIVE n(i) AS (VALUES (%d) UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
            .formatted(first, first + count - 1);
    String type = "CASE i / 2 % 2 WHEN 0 THEN 262149 ELSE 262148 END";
    statement.execute(
        "INSERT INTO object (id, type, state, main_type, created, creator, modified, modifier) "
            + numbers
            + "SELECT i, "
            + type
            + ", 0, 4, i, 1, i, 1 FROM n");
    statement.execute(
        "INSERT INTO place "
            + numbers
            + "SELECT i, "
            + folder
            + ", "
            + folder
            + ", 0, "
            + type
            + ", i FROM n");
    statement.execute(
        "INSERT INTO type_262149 (id, \"v:noteTitle\", \"c:noteTitle\") SELECT id, title, title"
            + " FROM (SELECT id, CASE id % 2 WHEN 0 THEN 'open' ELSE 'closed' END AS title"
            + " FROM object WHERE type = 262149 AND id BETWEEN "
            + first
            + " AND "
            + (first + count - 1)
            + ")");
  }

  private static Answer page(String from, String folder) {
    return server.page(
        "SELECT system:objectId FROM " + from + " WHERE system:parentId = " + folder, 0, 100);
  }

  private static long fastest(String folder) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      long start = System.nanoTime();
      assertEquals(100, page("accountingNote", folder).json().path("numItems").asInt());
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  @Test
  void aPageCostsTheSameAndCountsOnlyWhatIsSeen() {
    Answer answer = page("accountingNote", tiny);
    assertEquals(TINY / 4, answer.json().path("totalNumItems").asInt());
    assertTrue(answer.all("system:objectId").stream().allMatch(id -> Long.parseLong(id) % 4 == 0));
    long inSmall = fastest(small);
    long inLarge = fastest(large);
    assertTrue(inLarge < 3 * inSmall, inLarge + " ns against " + inSmall + " ns");
  }
}
