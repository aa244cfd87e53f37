package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;
import static org.kontor.local.Server.with;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;
import tools.jackson.databind.JsonNode;

/** What a search and GET tell beside the statement, functions, and the history (3.2, 3.8). */
final class SearchOptionsTest {
  private static Server server;
  private static String folder;
  private static String invoice;
  private static String second;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = Server.start(data);
    folder = server.folder("L-1");
    invoice = server.invoice(folder, "R-1");
    second = server.invoice(server.year(folder, "2025"), "R-2");
    server.objects(
        entry("system:objectId", invoice, "bookingPeriod", "3", "invoiceSupplier", "Huber"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer query(String statement, String more) {
    return server.json(
        "POST", "objects/search", "{'query':{'statement':'" + statement + "'," + more + "}}");
  }

  private static JsonNode first(Answer answer) {
    assertEquals(200, answer.status(), answer.message());
    return answer.json().path("objects").path(0);
  }

  @Test
  void fieldsOfTheContentStreamAreColumns() {
    String scan =
        server
            .multipart(
                "objects",
                "{'objects':["
                    + with(
                        entry("system:objectId", second),
                        "'contentStreams':[{'mimeType':'application/pdf','fileName':'a.pdf',"
                            + "'cid':'c'}]")
                    + "]}",
                Map.of("c", utf8("seven b")))
            .id();
    JsonNode properties =
        first(
                server.search(
                    "SELECT system:contentStreamLength, system:contentStreamFileName,"
                        + " system:contentStreamMimeType FROM supplierInvoice"
                        + " WHERE system:contentStreamLength BETWEEN 7 AND 8"))
            .path("properties");
    assertEquals(scan, properties.path("system:objectId").path("value").asString());
    assertEquals("7", properties.path("system:contentStreamLength").path("value").asString());
    assertEquals("1.pdf", properties.path("system:contentStreamFileName").path("value").asString());
    assertEquals(
        "application/pdf",
        properties.path("system:contentStreamMimeType").path("value").asString());
  }

  @Test
  void optionsTellMoreAboutEachHit() {
    String statement = "SELECT supplierNo FROM supplierFile";
    JsonNode bare = first(query(statement, "'options':{'Rights':0,'RegisterContext':0}"));
    assertFalse(bare.has("permissions") || bare.has("contentStreams"));
    assertFalse(bare.path("properties").has("system:createdBy"));
    JsonNode full =
        first(
            query(
                statement, "'options':{'Rights':1,'FileInfo':1,'Baseparams':1,'ObjectInserts':1}"));
    assertTrue(full.has("permissions") && full.has("contentStreams"));
    assertEquals("demo", full.path("properties").path("system:createdBy").path("value").asString());
    assertEquals(
        20, full.path("allowedChildObjectTypeIds").path("262148").path("maxCount").asInt());
    JsonNode flags =
        first(
            query(statement, "'includePermissions':true,'includeAllowedChildObjectTypeIds':true"));
    assertTrue(flags.has("permissions") && flags.has("allowedChildObjectTypeIds"));
    Answer unknown = query(statement, "'options':{'Colour':1}");
    assertEquals(400, unknown.status());
    assertTrue(unknown.message().contains("Colour"), unknown.message());
  }

  @Test
  void hitsWithoutAValueCanBeLeftOut() {
    String statement = "SELECT invoiceNo, bookingPeriod FROM supplierInvoice";
    assertEquals(2, query(statement, "'options':{}").all("invoiceNo").size());
    assertEquals(2, query(statement, "'options':{'IncludeNullValues':1}").all("invoiceNo").size());
    assertEquals(
        List.of("R-1"), query(statement, "'options':{'IncludeNullValues':0}").all("invoiceNo"));
  }

  @Test
  void functionsStandForTodayAndTheCaller() {
    String statement = "SELECT * FROM supplierInvoice WHERE ";
    assertEquals(2, server.find(statement + "system:creationDate >= TODAY()").size());
    assertEquals(0, server.find(statement + "system:creationDate < TODAY()").size());
    assertEquals(0, server.find(statement + "system:creationDate > NOW()").size());
    assertEquals(2, server.find(statement + "system:creationDate > NOW(-1)").size());
    assertEquals(2, server.find(statement + "system:createdBy = CURRENT_USER()").size());
    String today = LocalDate.now(ZoneId.systemDefault()).toString();
    server.objects(entry("system:objectId", second, "dueDate", today));
    assertEquals(
        List.of(second), server.find(statement + "dueDate BETWEEN TODAY(-1) AND TODAY(1)"));
    server.json("PATCH", "objects/" + second + "/contents/native/lock", "");
    assertEquals(
        List.of(second), server.find(statement + "system:versionSeriesLockedBy = CURRENT_USER()"));
    assertEquals(List.of(second), server.find("SELECT * FROM system:locked"));
    assertEquals(400, server.search(statement + "dueDate > TODAY(1.5)").status());
  }

  @Test
  void theHistoryOfAnObjectIsSearched() {
    Answer events =
        server.search("SELECT * FROM system:history WHERE system:objectId = @i", "i", invoice);
    assertEquals(List.of("100", "300"), events.all("action"));
    assertEquals(List.of("demo", "demo"), events.all("system:createdBy"));
    assertEquals(invoice, events.id());
    assertFalse(events.all("detail").contains(""), events.json().toString());
    server.json(
        "POST",
        "objects/" + invoice + "/history",
        "{'objects':[{'properties':{'action':{'value':470},'details':{'value':'geprüft'}}}]}");
    Answer own =
        server.search(
            "SELECT action, detail AS words FROM system:history"
                + " WHERE detail = 'geprüft' AND system:creationDate >= TODAY()");
    assertEquals(List.of("470"), own.all("action"));
    assertEquals(List.of("geprüft"), own.all("words"));
    Answer newest =
        server.page(
            "SELECT action FROM system:history WHERE system:objectId = @i"
                + " ORDER BY system:creationDate DESC, action",
            0,
            1,
            "i",
            invoice);
    assertTrue(newest.json().path("hasMoreItems").asBoolean());
    assertEquals(
        List.of(),
        server.as("anna:geheim").find("SELECT * FROM system:history WHERE action = '999'"));
    server.as("demo:demo");
    String tray = server.typeless(new byte[1]);
    String statement = "SELECT * FROM system:history WHERE system:objectId = " + tray;
    assertEquals(1, server.search(statement).all("action").size());
    assertEquals(0, server.as("anna:geheim").search(statement).all("action").size());
    server.as("demo:demo");
    assertEquals(
        400,
        server.search("SELECT * FROM system:history UNION SELECT * FROM supplierInvoice").status());
    assertEquals(400, server.search("SELECT system:SDSTA_ID FROM system:history").status());
    Answer favourites = server.search("SELECT * FROM system:favourites");
    assertTrue(favourites.message().contains("no favourites"), favourites.message());
  }

  @Test
  void systemFieldsOfTheServerCanBeAskedFor() {
    Answer answer =
        server.search(
            "SELECT system:OBJECT_CO, system:OBJECT_FLAGS, system:OBJECT_DELETED, system:SDOBJTYPE,"
                + " system:FOLDERTYPE, system:SDREG_TYPE, system:OBJECT_TIME, system:SDTIME"
                + " FROM supplierInvoice WHERE invoiceNo = 'R-2'");
    assertEquals("1", answer.property("system:OBJECT_CO"));
    assertEquals("2", answer.property("system:OBJECT_FLAGS"));
    assertEquals("0", answer.property("system:OBJECT_DELETED"));
    assertEquals("262145", answer.property("system:SDOBJTYPE"));
    assertEquals("0", answer.property("system:FOLDERTYPE"));
    assertEquals("6488064", answer.property("system:SDREG_TYPE"));
    assertTrue(answer.property("system:SDTIME").startsWith("20"), answer.json().toString());
    assertEquals(
        1, server.find("SELECT * FROM supplierInvoice WHERE system:SDREG_TYPE = 6488064").size());
  }

  @Test
  void getTellsIconsAndCatalogValuesInALanguage() {
    server.objects(entry("system:objectId", folder, "industry", "Bürobedarf"));
    String path = "objects/" + folder;
    assertEquals("Bürobedarf", server.get(path).property("industry"));
    Answer english = server.get(path + "?outputCatalogueLocale=en_US&includeIcons=true");
    assertEquals("Office supplies", english.property("industry"));
    assertEquals("10", english.property("system:iconId"));
    assertEquals("", server.get(path).property("system:iconId"));
    assertEquals("Bürobedarf", server.get(path + "?outputCatalogueLocale=fr").property("industry"));
  }
}
