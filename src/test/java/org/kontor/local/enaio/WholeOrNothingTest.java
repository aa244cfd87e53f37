package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;
import static org.kontor.local.Server.with;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/**
 * No object is ever half written. Triggers in the database count every row that a request writes
 * and make the one after the allowed number fail; each request is repeated with one more allowed
 * row until it passes, and whatever failed must have left the database as it was.
 */
final class WholeOrNothingTest {
  private static final long UNHINDERED = 1_000_000_000;

  private static Server server;
  private static Connection database;
  private static List<String> tables;
  private static String folder;
  private static String year;
  private static String project;
  private static int number;

  @BeforeAll
  static void start(@TempDir Path data) throws SQLException {
    server = Server.start(data);
    folder = server.folder("L-1");
    year = server.year(folder, "2026");
    project = server.insert("system:objectTypeId", "project", "projectName", "P", "projectNo", "1");
    database = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("archive.db"));
    execute("PRAGMA busy_timeout = 10000");
    tables =
        rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                + " AND name NOT LIKE 'fulltext%'");
    execute("CREATE TABLE fault (left INTEGER)");
    execute("INSERT INTO fault VALUES (" + UNHINDERED + ")");
    for (String table : tables) {
      for (String kind : List.of("INSERT", "UPDATE", "DELETE")) {
        execute(
            "CREATE TRIGGER \"fault "
                + kind
                + table
                + "\" BEFORE "
                + kind
                + " ON \""
                + table
                + "\" BEGIN UPDATE fault SET left = left - 1;"
                + " SELECT RAISE(ABORT, 'fault') FROM fault WHERE left < 0; END");
      }
    }
  }

  @AfterAll
  static void stop() throws SQLException {
    database.close();
    server.close();
  }

  private static void execute(String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> rows(String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.append(i == 1 ? "" : "|").append(result.getString(i));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  private static List<String> everything() throws SQLException {
    List<String> all = new ArrayList<>();
    for (String table : tables) {
      for (String row : rows("SELECT * FROM \"" + table + "\"")) {
        all.add(table + ": " + row);
      }
    }
    return all;
  }

  /** Makes each write of a request fail in turn; returns the answer that came in the end. */
  private static Answer stepByStep(int leastSteps, Supplier<Answer> request) throws SQLException {
    List<String> before = everything();
    for (int allowed = 0; ; allowed++) {
      execute("UPDATE fault SET left = " + allowed);
      Answer answer = request.get();
      execute("UPDATE fault SET left = " + UNHINDERED);
      if (answer.status() < 300) {
        assertTrue(allowed >= leastSteps, "only " + allowed + " rows were written");
        return answer;
      }
      assertEquals(500, answer.status(), answer.json().toString());
      assertEquals(before, everything(), "after " + allowed + " rows");
    }
  }

  private static Answer multipart(String path, String... entries) {
    return server.multipart(
        path, "{'objects':[" + String.join(",", entries) + "]}", Map.of("c", utf8("content")));
  }

  private static String note(String parent) {
    return with(
        entry(
            "system:objectTypeId",
            "accountingNote",
            "system:parentId",
            parent,
            "noteTitle",
            "note " + ++number),
        "'contentStreams':[{'cid':'c'}]");
  }

  private static Answer post(String path) {
    return server.send(
        server
            .request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofString("other " + path))
            .build());
  }

  @Test
  void insertsOfSeveralObjects() throws SQLException {
    String first = note(folder);
    String second = note(year);
    Answer answer = stepByStep(10, () -> multipart("objects", first, second));
    assertEquals(2, answer.json().path("objects").size());
  }

  @Test
  void moveUpdateContentAndArchivingInOneEntry() throws SQLException {
    String id = multipart("objects", note(folder)).id();
    String change =
        with(
            entry(
                "system:objectId",
                id,
                "system:parentId",
                year,
                "noteTitle",
                "changed",
                "system:OBJECT_RETENTION_PLANNED",
                "2020-01-01"),
            "'contentStreams':[{'cid':'c'}],'options':{'ARCHIVABLE':1,'ARCHIVEIMMEDIATELY':1}");
    Answer answer = stepByStep(12, () -> multipart("objects", change));
    assertEquals("changed", answer.property("noteTitle"));
  }

  @Test
  void typingAndFiling() throws SQLException {
    String scan = server.typeless(utf8("scan"));
    String change =
        entry(
            "system:objectId",
            scan,
            "system:objectTypeId",
            "accountingNote",
            "system:parentId",
            year,
            "noteTitle",
            "x");
    stepByStep(6, () -> server.objects(change));
    assertEquals(List.of(), server.tray());
  }

  @Test
  void anotherCabinetAndAFurtherLocation() throws SQLException {
    String id = multipart("objects", note(folder)).id();
    String link =
        with(entry("system:objectId", id, "system:parentId", year), "'options':{'LINKDOCUMENT':1}");
    stepByStep(3, () -> server.objects(link));
    stepByStep(2, () -> server.delete("objects/" + id + "?location=" + year));
    String move =
        entry(
            "system:objectId",
            id,
            "system:objectTypeId",
            "projectNote",
            "system:parentId",
            project,
            "projectNoteTitle",
            "x");
    stepByStep(7, () -> server.objects(move));
  }

  @Test
  void aRegisterMovesWithItsContents() throws SQLException {
    String register = server.year(folder, "2027");
    String id = multipart("objects", note(register)).id();
    String other = server.folder("L-move");
    stepByStep(
        3, () -> server.objects(entry("system:objectId", register, "system:parentId", other)));
    assertEquals(
        List.of(id), server.find("SELECT * FROM accountingNote WHERE system:SDSTA_ID = " + other));
  }

  @Test
  void binRestoreAndDeletionOfAWholeFolder() throws SQLException {
    String whole = server.folder("L-whole");
    String register = server.year(whole, "2027");
    String id = multipart("objects", note(register), note(whole)).id();
    String base = "objects/" + whole;
    stepByStep(8, () -> server.delete(base + "?cascadeDelete=true"));
    stepByStep(8, () -> post(base + "/actions/trash/restore?restoreAll=true"));
    assertEquals(200, server.get("objects/" + id).status());
    stepByStep(8, () -> server.delete(base + "?cascadeDelete=true&hardDelete=true"));
    assertEquals(404, server.get("objects/" + id).status());
  }

  @Test
  void contentsAndVersions() throws SQLException {
    String id = multipart("objects", note(folder)).id();
    stepByStep(4, () -> post("objects/" + id + "/contents/file"));
    String version =
        server.get("objects/" + id + "/versions").all("system:versionNumber").getFirst();
    stepByStep(4, () -> post("objects/" + id + "/versions/" + version + "/actions/restore"));
    assertEquals("content", new String(server.content(id), StandardCharsets.UTF_8));
    stepByStep(3, () -> server.delete("objects/" + id + "/contents/file"));
  }

  @Test
  void whatARuleRefusesLeavesNothingBesideItsNeighbours() throws SQLException {
    String id = multipart("objects", note(folder)).id();
    String good = note(folder);
    List<String> refused =
        List.of(
            note("999999"),
            note(folder).replace("'noteTitle'", "'colour'"),
            note(folder).replace("[{'cid':'c'}]", "[{'cid':'c'},{'cid':'c'}]"),
            with(note(folder), "'options':{'ARCHIVEIMMEDIATELY':1}"),
            entry("system:objectId", id, "system:parentId", year, "colour", "red"),
            with(
                entry("system:objectId", id, "system:parentId", year, "noteTitle", "y"),
                "'contentStreams':[{'cid':'c'},{'cid':'c'}]"),
            with(
                entry("system:objectId", id, "system:parentId", year, "noteTitle", "y"),
                "'options':{'ARCHIVEIMMEDIATELY':1}"),
            entry(
                "system:objectId",
                id,
                "system:parentId",
                year,
                "system:OBJECT_RETENTION_PLANNED",
                "soon"));
    for (String bad : refused) {
      List<String> before = everything();
      Answer alone = multipart("objects", bad);
      assertEquals(422, alone.status(), bad);
      assertEquals(before, everything(), bad);
      Answer among = multipart("objects", good, bad, good);
      assertEquals(422, among.status(), bad);
      assertEquals(2, among.json().path("objects").size(), bad);
      assertEquals(1, among.json().path("failed").size(), bad);
    }
  }
}
