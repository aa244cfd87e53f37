package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;
import static org.kontor.local.Server.with;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.DemoDefinition;
import org.kontor.local.LocalServerOptions;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** Release for archiving, archived documents and retention (reference 3.1.12, 3.1.13, G44). */
final class ArchivingTest {
  private static final String NOW = "'options':{'ARCHIVABLE':1,'ARCHIVEIMMEDIATELY':1}";

  private static Server server;
  private static String folder;
  private static String other;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    String letter = "\"internal\": \"accountingLetter\"";
    Path file = DemoDefinition.with(data, letter, letter + ", \"archive_immediately\": \"1\"");
    server = Server.start(new LocalServerOptions(0, data, Optional.of(file), List.of(), false));
    folder = server.folder("L-1");
    other = server.folder("L-2");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String document(String type, String title) {
    Answer answer =
        server.multipart(
            "objects",
            "{'objects':["
                + with(
                    entry("system:objectTypeId", type, "system:parentId", folder, title, "x"),
                    "'contentStreams':[{'cid':'c'}]")
                + "]}",
            Map.of("c", utf8("first")));
    assertEquals(200, answer.status(), answer.json().toString());
    return answer.id();
  }

  private static String note() {
    return document("accountingNote", "noteTitle");
  }

  private static Answer change(String id, String options, String... pairs) {
    String[] all = new String[pairs.length + 2];
    all[0] = "system:objectId";
    all[1] = id;
    System.arraycopy(pairs, 0, all, 2, pairs.length);
    return server.objects(options.isEmpty() ? entry(all) : with(entry(all), options));
  }

  private static String archived(String... pairs) {
    String id = note();
    Answer answer = change(id, NOW, pairs);
    assertEquals(200, answer.status(), answer.json().toString());
    return id;
  }

  private static Answer post(String path) {
    return server.send(
        server
            .request(path)
            .header("Content-Type", "application/octet-stream")
            .POST(HttpRequest.BodyPublishers.ofString("second"))
            .build());
  }

  private static Answer state(String id) {
    return server.search(
        "SELECT system:OBJECT_FLAGS, system:OBJECT_AVID, system:OBJECT_AVDATE,"
            + " system:OBJECT_RETENTION FROM system:document WHERE system:objectId = "
            + id);
  }

  @Test
  void theStateOfArchivingIsVisible() {
    String id = note();
    assertEquals("2", state(id).property("system:OBJECT_FLAGS"));
    assertEquals(200, change(id, "'options':{'ARCHIVABLE':1}").status());
    assertEquals("1", state(id).property("system:OBJECT_FLAGS"));
    assertEquals("", state(id).property("system:OBJECT_AVDATE"));
    assertEquals(200, change(id, "'options':{'ARCHIVABLE':0}").status());
    assertTrue(change(id, "'options':{'ARCHIVEIMMEDIATELY':1}").failure().contains("not released"));
    assertEquals(200, change(id, NOW, "system:OBJECT_RETENTION_PLANNED", "2045-05-05").status());
    Answer state = state(id);
    assertEquals("0", state.property("system:OBJECT_FLAGS"));
    assertEquals("demo", state.property("system:OBJECT_AVID"));
    assertTrue(state.property("system:OBJECT_AVDATE").startsWith("20"));
    assertEquals("2045-05-05", state.property("system:OBJECT_RETENTION"));
    Answer object = server.get("objects/" + id);
    assertEquals("demo", object.property("system:OBJECT_AVID"));
    assertEquals("2045-05-05", object.property("system:OBJECT_RETENTION"));
    assertTrue(change(id, "'options':{'ARCHIVABLE':0}").failure().contains("archived already"));
    assertEquals(
        "305",
        server
            .get("objects/" + id + "/history")
            .json()
            .path("objects")
            .path(0)
            .path("properties")
            .path("action")
            .path("value")
            .asString());
  }

  @Test
  void theContentOfAnArchivedDocumentIsFixed() {
    String id = note();
    assertEquals(200, post("objects/" + id + "/contents/file").status());
    String version =
        server
            .get("objects/" + id + "/versions")
            .json()
            .path("objects")
            .path(0)
            .path("properties")
            .path("system:versionNumber")
            .path("value")
            .asString();
    assertEquals(200, change(id, NOW).status());
    assertEquals(400, post("objects/" + id + "/contents/file").status());
    assertEquals(400, post("objects/" + id + "/contents/file/1").status());
    assertEquals(400, server.delete("objects/" + id + "/contents/file").status());
    assertEquals(400, post("objects/" + id + "/versions/" + version + "/actions/restore").status());
    Answer replaced =
        server.multipart(
            "objects/" + id,
            "{'objects':[" + with(entry("noteTitle", "y"), "'contentStreams':[{'cid':'c'}]") + "]}",
            Map.of("c", utf8("third")));
    assertTrue(replaced.failure().contains("cannot be changed any more"), replaced.failure());
    assertEquals("second", new String(server.content(id), StandardCharsets.UTF_8));
    assertEquals(200, change(id, "", "noteTitle", "index data may").status());
    assertEquals(200, change(id, "", "system:parentId", other).status());
    String project =
        server.insert("system:objectTypeId", "project", "projectName", "P", "projectNo", "P1");
    Answer moved =
        change(
            id,
            "",
            "system:objectTypeId",
            "projectNote",
            "system:parentId",
            project,
            "projectNoteTitle",
            "x");
    assertTrue(moved.failure().contains("archived and cannot go"), moved.failure());
  }

  @Test
  void aRetentionInEffectOnlyGrowsAndKeepsTheDocument() {
    String later = LocalDate.now(ZoneId.systemDefault()).plusYears(5).toString();
    String latest = LocalDate.now(ZoneId.systemDefault()).plusYears(9).toString();
    String id = archived("system:OBJECT_RETENTION_PLANNED", later);
    String earlier = LocalDate.now(ZoneId.systemDefault()).plusYears(1).toString();
    for (String date : List.of(earlier, "")) {
      assertTrue(
          change(id, "", "system:OBJECT_RETENTION_PLANNED", date)
              .failure()
              .contains("kept until " + later));
    }
    Answer kept = server.delete("objects/" + id);
    assertEquals(400, kept.status());
    assertTrue(kept.message().contains("must be kept until " + later), kept.message());
    assertEquals(400, server.delete("objects/" + id + "?hardDelete=true").status());
    assertEquals(200, change(id, "", "system:OBJECT_RETENTION_PLANNED", latest).status());
    assertEquals(latest, state(id).property("system:OBJECT_RETENTION"));
    String planned = note();
    for (String date : List.of("soon", "2040-02-30", "+999999999-12-31", "-0001-01-01")) {
      assertTrue(
          change(planned, "", "system:OBJECT_RETENTION_PLANNED", date)
              .failure()
              .contains("is not a retention date"));
    }
    assertEquals(200, change(planned, "", "system:OBJECT_RETENTION_PLANNED", later).status());
    assertEquals(200, change(planned, "", "system:OBJECT_RETENTION_PLANNED", earlier).status());
    assertEquals(204, server.delete("objects/" + planned).status(), "only planned so far");
    String over = archived("system:OBJECT_RETENTION_PLANNED", "2020-01-01");
    assertEquals(204, server.delete("objects/" + over).status(), "the period is over");
  }

  @Test
  void aContainerWithARetainedDocumentStays() {
    String year = server.year(folder, "2026");
    String id = archived("system:parentId", year);
    assertEquals(200, change(id, "", "system:OBJECT_RETENTION_PLANNED", "2090-01-01").status());
    String beside = note();
    assertEquals(200, change(beside, "", "system:parentId", year).status());
    assertEquals(400, server.delete("objects/" + year + "?cascadeDelete=true").status());
    assertEquals(200, server.get("objects/" + year).status());
    assertEquals(200, server.get("objects/" + beside).status());
  }

  @Test
  void theTypeSaysWhatIsArchivedAtOnce() {
    String options = "'options':{'ARCHIVABLE':1,'ARCHIVEIMMEDIATELYOBJDEF':1}";
    String letter = document("accountingLetter", "letterSubject");
    assertEquals(200, change(letter, options).status());
    assertEquals("0", state(letter).property("system:OBJECT_FLAGS"));
    String note = note();
    assertEquals(200, change(note, options).status());
    assertEquals("1", state(note).property("system:OBJECT_FLAGS"));
  }

  @Test
  void containersTrayAndEmptyDocumentsAreNotArchived() {
    for (String options : List.of(NOW, "'options':{'ARCHIVEIMMEDIATELY':1}")) {
      assertTrue(change(folder, options).failure().contains("Only documents"));
      String scan = server.typeless(utf8("scan"));
      assertEquals(422, change(scan, options).status());
      String typed =
          server.insert(
              "system:objectTypeId",
              "accountingNote",
              "system:parentId",
              "system:tray",
              "noteTitle",
              "x");
      assertTrue(change(typed, options).failure().contains("Nothing in the tray"));
    }
    Answer tray =
        server.objects(
            entry(
                "system:objectTypeId",
                "accountingNote",
                "system:parentId",
                "system:tray",
                "noteTitle",
                "x",
                "system:OBJECT_RETENTION_PLANNED",
                "2040-01-01"));
    assertTrue(tray.failure().contains("Nothing in the tray"), tray.failure());
    String empty =
        server.insert(
            "system:objectTypeId", "accountingNote", "system:parentId", folder, "noteTitle", "x");
    assertTrue(change(empty, NOW).failure().contains("without content"));
    assertEquals(200, change(empty, "'options':{'ARCHIVABLE':1}").status());
  }
}
