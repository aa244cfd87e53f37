package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.kontor.local.Server.entry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** What a caller sees when the server itself fails (reference 5.1: 3003, HTTP 500). */
final class InternalErrorTest {
  @TempDir private Path data;

  @Test
  void aFailureInsideIsSaidInBothLanguagesWithoutItsCauseAndStoresNothing() throws Exception {
    try (Server server = Server.start(data)) {
      String before = server.folder("L-1");
      sql("CREATE TRIGGER broken BEFORE INSERT ON object BEGIN SELECT RAISE(ABORT, 'secret'); END");
      String insert =
          entry("system:objectTypeId", "supplierFile", "supplierName", "A", "supplierNo", "L-2");
      Answer english = server.objects(insert);
      Answer german = server.in("de").objects(insert);
      for (Answer answer : List.of(english, german)) {
        assertEquals(500, answer.status());
        assertEquals(500, answer.json().path("httpStatusCode").asInt());
        assertEquals(3003, answer.json().path("serviceErrorCode").asInt());
        assertFalse(answer.message().isBlank());
        assertFalse(answer.json().toString().contains("secret"));
      }
      assertFalse(english.message().equals(german.message()));
      sql("DROP TRIGGER broken");
      assertEquals(List.of(before), server.find("SELECT * FROM supplierFile"));
      assertEquals(200, server.objects(insert).status(), "and goes on");
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection database =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("archive.db"));
        Statement run = database.createStatement()) {
      run.execute("PRAGMA busy_timeout = 5000");
      run.execute(statement);
    }
  }
}
