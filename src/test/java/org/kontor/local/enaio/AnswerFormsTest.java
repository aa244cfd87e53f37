package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;
import tools.jackson.databind.JsonNode;

/** Forms of what is answered (reference 2.7, 2.8, 2.9, 3.2, 3.7). */
final class AnswerFormsTest {
  private Server server;
  private String folder;
  private String invoice;

  @BeforeEach
  void start(@TempDir Path data) {
    server = Server.start(data);
    folder = server.folder("L-1");
    invoice = server.invoice(folder, "R-1");
    server.send(
        server
            .request("objects/" + invoice + "/contents/file")
            .header("Content-Type", "application/octet-stream")
            .header("Content-Disposition", "attachment; filename=\"scan.pdf\"")
            .POST(HttpRequest.BodyPublishers.ofString("%PDF"))
            .build());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonNode object(Answer answer) {
    return answer.json().path("objects").path(0);
  }

  @Test
  void oneObjectIsAListOfOneWithItsCounters() {
    Answer answer = server.get("objects/" + invoice);
    assertEquals(1, answer.json().path("objects").size());
    assertEquals(1, answer.json().path("numItems").asInt());
    assertFalse(answer.json().path("hasMoreItems").asBoolean());
    assertEquals(1, answer.json().path("totalNumItems").asInt());
    JsonNode properties = object(answer).path("properties");
    assertEquals(
        "supplierInvoice", properties.path("system:objectTypeId").path("localName").asString());
    assertEquals("DOCUMENT", answer.property("system:baseTypeId"));
    assertEquals("FOLDER", server.get("objects/" + folder).property("system:baseTypeId"));
    assertEquals(
        "REGISTER",
        server.get("objects/" + server.year(folder, "2026")).property("system:baseTypeId"));
    assertTrue(OffsetDateTime.parse(answer.property("system:creationDate")).getYear() > 2000);
    properties.forEach(
        property -> assertTrue(property.path("value").isString(), property::toString));
  }

  @Test
  void idsOfAPlaceAreTheObjectsOwnHere() {
    Answer answer = server.get("objects/" + invoice);
    assertEquals(invoice, answer.property("system:STAMM_ID"));
    assertEquals(invoice, answer.property("system:REG_ID"));
    assertEquals("", answer.property("system:SDSTA_ID"));
  }

  @Test
  void rightsAndContentsAreThereUnlessTheyAreNotWanted() {
    JsonNode usual = object(server.get("objects/" + invoice));
    assertEquals(
        Set.of("read", "write", "delete"), Set.copyOf(usual.path("permissions").propertyNames()));
    assertEquals(
        List.of("cid", "length", "mimeType", "fileName"),
        usual.path("contentStreams").path(0).propertyNames().stream()
            .filter(name -> !name.equals("digest"))
            .toList());
    assertEquals("1", usual.path("contentStreams").path(0).path("cid").asString());
    assertEquals(4, usual.path("contentStreams").path(0).path("length").asInt());
    assertTrue(usual.path("allowedChildObjectTypeIds").isMissingNode());
    JsonNode bare =
        object(
            server.get(
                "objects/" + invoice + "?includePermissions=false&includeContentStreams=false"));
    assertTrue(bare.path("permissions").isMissingNode());
    assertTrue(bare.path("contentStreams").isMissingNode());
  }

  @Test
  void aTypeHintChangesNothing() {
    for (String hint : List.of("262145", "supplierInvoice")) {
      assertEquals(
          "R-1", server.get("objects/" + invoice + "?objectTypeId=" + hint).property("invoiceNo"));
    }
  }

  @Test
  void aContainersChildTypesComeAsAMap() {
    JsonNode allowed =
        object(server.get("objects/" + folder + "?includeAllowedChildObjectTypeIds=true"))
            .path("allowedChildObjectTypeIds");
    assertEquals("-1", allowed.path("262145").path("maxCount").asString());
  }

  @Test
  void aDownloadSaysItsTypeAndName() {
    Answer answer = server.get("objects/" + invoice + "/contents/file?filename=Beleg%20ü");
    assertEquals(
        "application/pdf", answer.raw().headers().firstValue("Content-Type").orElseThrow());
    String disposition = answer.raw().headers().firstValue("Content-Disposition").orElseThrow();
    assertTrue(disposition.contains("filename*=UTF-8''Beleg%20%C3%BC.pdf"), disposition);
    assertTrue(
        server
            .get("objects/" + invoice + "/contents/file")
            .raw()
            .headers()
            .firstValue("Content-Disposition")
            .orElseThrow()
            .contains("file.pdf"));
  }

  @Test
  void aRangeIsNotKnown() {
    Answer answer =
        server.send(
            server
                .request("objects/" + invoice + "/contents/file/1")
                .header("Range", "bytes=1-2")
                .GET()
                .build());
    assertEquals(200, answer.status());
    assertEquals("%PDF", new String(answer.raw().body(), StandardCharsets.UTF_8));
  }

  @Test
  void theExtendedNameOfAnUploadWins() {
    Answer answer =
        server.send(
            server
                .request("objects/" + invoice + "/contents/file")
                .header("Content-Type", "application/octet-stream")
                .header(
                    "Content-Disposition",
                    "attachment; filename=\"a.pdf\"; filename*=UTF-8''%C3%BCber.txt")
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build());
    assertEquals("1.txt", answer.json().path(0).path("fileName").asString());
    assertEquals("text/plain", answer.json().path(0).path("mimeType").asString());
  }

  @Test
  void contentsAreListedWithoutTheObject() {
    Answer answer = server.get("objects/" + invoice + "/contents");
    assertEquals(200, answer.status());
    assertEquals("1.pdf", answer.json().path(0).path("fileName").asString());
  }

  @Test
  void aReferenceKnowsItsSourceAndItsFileOnRequest() {
    String reference =
        server.insert(
            "system:OBJECT_FOREIGNID",
            invoice,
            "system:OBJECT_SYSTEMID",
            "0",
            "system:objectTypeId",
            "accountingNote",
            "system:parentId",
            server.folder("L-2"),
            "noteTitle",
            "x");
    String path = "objects/" + reference;
    assertEquals(invoice, server.get(path).property("system:OBJECT_FOREIGNID"));
    assertEquals(
        4,
        object(server.get(path + "?followDocLink=true"))
            .path("contentStreams")
            .path(0)
            .path("length")
            .asInt());
    Answer upload =
        server.send(
            server
                .request(path + "/contents/file")
                .POST(HttpRequest.BodyPublishers.ofByteArray(utf8("other")))
                .build());
    assertTrue(upload.status() >= 400, "only through the original");
    assertEquals("%PDF", new String(server.content(invoice), StandardCharsets.UTF_8));
    assertEquals(
        200, server.objects(entry("system:objectId", reference, "noteTitle", "own")).status());
    assertEquals("R-1", server.get("objects/" + invoice).property("invoiceNo"));
  }

  @Test
  void aWriteAnswersTheWholeObjectOrTheTwoIds() {
    Answer whole = server.objects(entry("system:objectId", invoice, "invoiceRemark", "x"));
    assertEquals(200, whole.status());
    assertEquals("R-1", whole.property("invoiceNo"));
    assertEquals(1, object(whole).path("contentStreams").size());
    Answer bare =
        server.json(
            "PATCH",
            "objects/" + invoice + "?minimalResponse=true",
            "{'objects':[" + entry("invoiceRemark", "y") + "]}");
    assertEquals(
        Set.of("system:objectId", "system:objectTypeId"),
        Set.copyOf(object(bare).path("properties").propertyNames()));
  }

  @Test
  void aHitHoldsWhatWasAskedForAndTheThreeFixedFields() {
    Answer hit = server.search("SELECT invoiceNo FROM supplierInvoice");
    assertEquals(
        Set.of("system:objectId", "system:objectTypeId", "system:baseTypeId", "invoiceNo"),
        Set.copyOf(object(hit).path("properties").propertyNames()));
    assertTrue(object(hit).path("permissions").isMissingNode());
    Answer more =
        server.json(
            "POST",
            "objects/search",
            "{'query':{'statement':'SELECT invoiceNo FROM supplierInvoice',"
                + "'options':{'Rights':1,'FileInfo':1,'Baseparams':1,'RegisterContext':0}}}");
    assertEquals(200, more.status());
    assertEquals(1, object(more).path("contentStreams").size());
    assertFalse(object(more).path("permissions").isMissingNode());
  }

  @Test
  void momentsAreComparedWhateverTheirOffset() {
    OffsetDateTime made =
        OffsetDateTime.parse(server.get("objects/" + invoice).property("system:creationDate"))
            .truncatedTo(ChronoUnit.SECONDS);
    for (int hours : new int[] {0, 5, -7}) {
      OffsetDateTime there = made.withOffsetSameInstant(ZoneOffset.ofHours(hours));
      String from = "SELECT * FROM supplierInvoice WHERE system:creationDate ";
      assertEquals(
          List.of(invoice),
          server.find(
              from
                  + ">= '"
                  + there
                  + "' AND system:creationDate < '"
                  + there.plusSeconds(2)
                  + "'"));
      assertEquals(List.of(), server.find(from + "< '" + there + "'"));
    }
  }

  @Test
  void filesAreCountedWhenAskedFor() {
    String none = server.invoice(folder, "R-2");
    String statement =
        "SELECT system:OBJECT_DOCPAGECOUNT FROM supplierInvoice" + " WHERE system:objectId = ";
    assertEquals("1", server.search(statement + invoice).property("system:OBJECT_DOCPAGECOUNT"));
    assertEquals("0", server.search(statement + none).property("system:OBJECT_DOCPAGECOUNT"));
  }

  @Test
  void theServiceTellsWhoAsksAndItsVersion() {
    JsonNode info = server.get("info/native").json();
    assertEquals("demo", info.path("user").path("fullName").asString());
    assertTrue(info.path("service").path("version").asString().matches("\\d+\\.\\d+\\.\\d+"));
  }
}
