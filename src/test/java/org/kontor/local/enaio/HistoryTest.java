package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** What happened to objects, and what they were before (reference 3.10, 3.11). */
final class HistoryTest {
  private Server server;
  private String folder;
  private String id;

  @BeforeEach
  void start(@TempDir Path data) {
    server = Server.start(data);
    folder = server.folder("L-1");
    id = server.invoice(folder, "R-1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void update(String remark) {
    Answer answer = server.objects(entry("system:objectId", id, "invoiceRemark", remark));
    assertEquals(200, answer.status(), answer.failure());
  }

  private void content(byte[] bytes) {
    Answer answer =
        server.send(
            server
                .request("objects/" + id + "/contents/file")
                .header("Content-Disposition", "attachment; filename=\"a.pdf\"")
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
    assertEquals(200, answer.status(), answer.message());
  }

  private Answer note(int action, String details) {
    return server.json(
        "POST",
        "objects/" + id + "/history",
        "{'objects':[{'properties':{'system:objectTypeId':{'value':'supplierInvoice'},"
            + "'action':{'value':"
            + action
            + "},'details':{'value':'"
            + details
            + "'}}}]}");
  }

  private List<String> versions(String query) {
    return server.get("objects/" + id + "/versions" + query).all("system:versionNumber");
  }

  @Test
  void theHistoryTellsTheNewestFirstInPages() {
    update("one");
    content(utf8("%PDF"));
    server.objects(entry("system:objectId", id, "system:parentId", server.folder("L-2")));
    Answer all = server.get("objects/" + id + "/history");
    assertEquals(List.of("303", "301", "300", "100"), all.all("action"));
    assertEquals("demo", all.property("system:createdBy"));
    assertEquals("Object moved", all.property("detail"));
    assertEquals("Kontor local server", all.property("description"));
    assertFalse(all.property("system:creationDate").isEmpty());
    Answer page = server.get("objects/" + id + "/history?size=3&page=1");
    assertEquals(3, page.all("action").size());
    assertTrue(page.json().path("hasMoreItems").asBoolean());
    assertEquals(
        List.of("100"), server.get("objects/" + id + "/history?size=3&page=2").all("action"));
    assertEquals(400, server.get("objects/" + id + "/history?page=0").status());
    assertEquals(404, server.get("objects/999/history").status());
    assertEquals(
        "Objekt verschoben", server.in("de").get("objects/" + id + "/history").property("detail"));
  }

  @Test
  void ownEntriesAreOfTwoKindsAndKeptAsWritten() {
    assertEquals(204, note(470, "Beleg geprüft").status());
    assertEquals(204, note(471, "Rückfrage").status());
    assertEquals(400, note(300, "x").status());
    assertEquals(400, note(470, "").status());
    Answer answer = server.get("objects/" + id + "/history?size=2");
    assertEquals(List.of("471", "470"), answer.all("action"));
    assertEquals(List.of("Rückfrage", "Beleg geprüft"), answer.all("detail"));
  }

  @Test
  void changesOfIndexDataAndContentAreVersions() {
    update("one");
    update("one");
    content(utf8("first"));
    content(utf8("second"));
    update("two");
    List<String> all = versions("");
    assertEquals(4, all.size());
    assertEquals("CURRENT", all.getLast());
    assertTrue(all.getFirst().matches("[0-9A-F]{32}"), all.getFirst());
    assertEquals(List.of(all.get(1), "CURRENT"), versions("?excludeIndexDataVersions=true"));
    assertEquals(
        List.of(all.get(0), all.get(2), "CURRENT"), versions("?excludeContentVersions=true"));
    Answer listed = server.get("objects/" + id + "/versions?includeIndexData=true");
    assertEquals(List.of("", "", "one", "two"), listed.all("invoiceRemark"));
    assertEquals(
        all.get(1), listed.json().at("/objects/1/contentStreams/0/contentStreamId").asString());
    assertTrue(listed.json().at("/objects/0/contentStreams").isMissingNode());
    String path = "objects/" + id + "/versions/";
    assertEquals("one", server.get(path + all.get(2)).property("invoiceRemark"));
    assertEquals("119.00", server.get(path + all.get(2)).property("grossAmount"));
    assertEquals("two", server.get(path + "CURRENT").property("invoiceRemark"));
    assertEquals(400, server.get(path + all.get(1)).status());
    assertEquals(404, server.get(path + "0".repeat(32)).status());
    assertArrayEquals(utf8("first"), server.get(path + all.get(1) + "/contents/file").raw().body());
    assertArrayEquals(utf8("second"), server.get(path + "CURRENT/contents/file").raw().body());
  }

  @Test
  void aFormerVersionComesBackAndThePresentOneIsKept() {
    byte[] large = new byte[100_000];
    large[1] = 3;
    content(large);
    content(utf8("second"));
    update("one");
    update("two");
    List<String> all = versions("");
    String path = "objects/" + id + "/versions/";
    Answer answer = server.json("POST", path + all.get(2) + "/actions/restore", "");
    assertEquals(200, answer.status(), answer.message());
    assertEquals("one", answer.property("invoiceRemark"));
    assertEquals(
        List.of(id), server.find("SELECT * FROM supplierInvoice WHERE invoiceRemark='one'"));
    assertEquals(
        204,
        server
            .json("POST", path + all.get(0) + "/actions/restore?minimalResponse=true", "")
            .status());
    assertArrayEquals(large, server.content(id));
    assertEquals(all.size() + 2, versions("").size());
    assertEquals(400, server.json("POST", path + "CURRENT/actions/restore", "").status());
  }

  @Test
  void versionsOfContentAreDeletedOthersNot() {
    content(utf8("first"));
    content(utf8("second"));
    update("one");
    List<String> all = versions("");
    String path = "objects/" + id + "/versions/";
    assertEquals(400, server.delete(path + all.get(1)).status());
    assertEquals(400, server.delete(path + "CURRENT").status());
    assertEquals(204, server.delete(path + all.get(0)).status());
    assertEquals(404, server.delete(path + all.get(0)).status());
    assertArrayEquals(utf8("second"), server.content(id));
    assertEquals(204, server.delete("objects/" + id + "?hardDelete=true").status());
    assertEquals(404, server.get("objects/" + id + "/versions").status());
  }

  @Test
  void aRestoredKeyMustStillBeFree() {
    server.objects(entry("system:objectId", folder, "supplierNo", "L-9"));
    String version = server.get("objects/" + folder + "/versions").property("system:versionNumber");
    server.folder("L-1");
    Answer answer =
        server.json("POST", "objects/" + folder + "/versions/" + version + "/actions/restore", "");
    assertEquals(422, answer.status());
    assertEquals(3000, answer.json().path("serviceErrorCode").asInt());
    assertEquals("L-9", server.get("objects/" + folder).property("supplierNo"));
  }

  @Test
  void whatLiesInTheTrayIsOverwritten() {
    String tray = server.typeless(utf8("first"));
    server.send(
        server
            .request("objects/" + tray + "/contents/file")
            .POST(HttpRequest.BodyPublishers.ofByteArray(utf8("second")))
            .build());
    assertEquals(
        List.of("CURRENT"),
        server.get("objects/" + tray + "/versions").all("system:versionNumber"));
  }
}
