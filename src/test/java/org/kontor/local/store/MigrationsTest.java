package org.kontor.local.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** Archives of older versions open and go on as if they were new. */
final class MigrationsTest {

  @Test
  void anArchiveOfTheFirstLayoutOpensWithAHistory(@TempDir Path data) throws SQLException {
    try (Session old =
        new Session(DriverManager.getConnection("jdbc:sqlite:" + data.resolve("archive.db")))) {
      Migrations.run(old, 1);
      old.update("INSERT INTO account (id, name) VALUES (1, 'demo')");
      old.update(
          "INSERT INTO object (id, type, state, main_type, created, creator, modified, modifier,"
              + " owner) VALUES (7, -1, 1, 4, 1000, 1, 2000, 1, 1)");
      old.update("INSERT INTO content VALUES (7, 1, x'00', 1, 'text/plain', 'txt')");
    }
    try (Server server = Server.start(data)) {
      Answer history = server.get("objects/7/history");
      assertEquals(200, history.status(), history.message());
      assertEquals("101", history.property("action"));
      assertEquals("demo", history.property("system:createdBy"));
      assertEquals("", server.get("objects/7").property("system:versionSeriesLockedBy"));
      assertEquals("7", server.tray().getFirst());
    }
  }
}
