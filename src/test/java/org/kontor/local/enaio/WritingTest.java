package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;
import static org.kontor.local.Server.with;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** Inserting, typing, moving, linking and updating as reference 3.1 describes them. */
final class WritingTest {
  private static final String[] INVOICE_FIELDS = {
    "invoiceDate", "2026-02-03", "invoiceSupplier", "Müller", "grossAmount", "119.00"
  };

  private Server server;

  @BeforeEach
  void start(@TempDir Path data) {
    server = Server.start(data);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTypelessDocumentLiesInTheTrayOfItsOwnerOnly() {
    String id = server.typeless(utf8("%PDF-1.7 tray"));
    Answer answer = server.get("objects/" + id);
    assertEquals("system:typeless", answer.property("system:objectTypeId"));
    assertEquals("1.pdf", stream(answer, "fileName"));
    assertEquals("13", stream(answer, "length"));
    assertEquals(List.of(id), server.tray());
    assertArrayEquals(utf8("%PDF-1.7 tray"), server.content(id));
    server.as("anna:geheim");
    assertEquals(List.of(), server.tray());
    assertEquals(404, server.get("objects/" + id).status());
    assertEquals(404, server.get("objects/" + id + "/contents/file").status());
  }

  private static String stream(Answer answer, String name) {
    return answer
        .json()
        .path("objects")
        .path(0)
        .path("contentStreams")
        .path(0)
        .path(name)
        .asString();
  }

  @Test
  void theReferencesMultipartExampleIsAccepted() {
    String folder = server.folder("L-1");
    String data =
        """
        {"objects":[{
          "properties":{
            "system:objectTypeId":{"value":"supplierInvoice"},
            "system:parentId":{"value":"%s"},
            "invoiceNo":{"value":"2025-00417"},
            "invoiceDate":{"value":"2025-03-01"},
            "invoiceSupplier":{"value":"Papier AG"},
            "grossAmount":{"value":"12.5"},
            "invoiceRemark":{"value":"scanned in branch 3"}
          },
          "contentStreams":[{"mimeType":"application/pdf","fileName":"inv-417.pdf","cid":"cid_inv417"}]
        }]}\
        """
            .formatted(folder);
    Answer answer =
        server.multipart(
            "objects?minimalResponse=true", data, Map.of("cid_inv417", utf8("%PDF-1.7 ...")));
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals(
        List.of("system:objectId", "system:objectTypeId"),
        List.copyOf(answer.json().path("objects").path(0).path("properties").propertyNames()));
    assertArrayEquals(utf8("%PDF-1.7 ..."), server.content(answer.id()));
  }

  @Test
  void imageTypesCarrySeveralFilesOthersOne() {
    String folder = server.folder("L-1");
    String streams = "'contentStreams':[{'cid':'a'},{'cid':'b'}]";
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("b", utf8("second"));
    files.put("a", utf8("first"));
    String scan =
        with(
            entry(
                "system:objectTypeId",
                "receiptScan",
                "system:parentId",
                folder,
                "receiptPurpose",
                "Porto",
                "receiptAmount",
                "4"),
            streams);
    Answer answer = server.multipart("objects", "{'objects':[" + scan + "]}", files);
    assertEquals(200, answer.status(), answer.json().toString());
    String path = "objects/" + answer.id() + "/contents/file/";
    assertArrayEquals(utf8("first"), server.get(path + "1").raw().body());
    assertArrayEquals(utf8("second"), server.get(path + "2").raw().body());
    assertEquals(404, server.get(path + "3").status());
    String note =
        with(
            entry(
                "system:objectTypeId",
                "accountingNote",
                "system:parentId",
                folder,
                "noteTitle",
                "x"),
            streams);
    Answer refused = server.multipart("objects", "{'objects':[" + note + "]}", files);
    assertEquals(422, refused.status());
    assertTrue(refused.failure().contains("one file only"), refused.failure());
    assertEquals(List.of(), server.find("SELECT * FROM accountingNote"));
  }

  @Test
  void typingAndMovingInOneEntryFilesTheDocument() {
    String folder = server.folder("L-1");
    String id = server.typeless(utf8("x"));
    Answer answer = type(id, folder, "R-1");
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals("262145", answer.property("system:objectTypeId"));
    assertEquals(List.of(), server.tray());
    assertEquals(
        List.of(id),
        server.find("SELECT * FROM supplierInvoice WHERE system:SDSTA_ID = @f", "f", folder));
  }

  private Answer type(String id, String parent, String number) {
    return server.objects(
        entry(
            concat(
                new String[] {
                  "system:objectId",
                  id,
                  "system:objectTypeId",
                  "supplierInvoice",
                  "system:parentId",
                  parent,
                  "invoiceNo",
                  number
                },
                INVOICE_FIELDS)));
  }

  private static String[] concat(String[] one, String[] other) {
    String[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Test
  void whenTheMoveFailsTheDocumentStaysTypedInTheTray() {
    String id = server.typeless(utf8("x"));
    Answer answer = type(id, "999999", "R-1");
    assertEquals(422, answer.status());
    assertEquals(
        id,
        answer
            .json()
            .path("failed")
            .path(0)
            .path("properties")
            .path("system:objectId")
            .path("value")
            .asString());
    assertEquals(List.of(id), server.tray());
    assertEquals("R-1", server.get("objects/" + id).property("invoiceNo"));
  }

  @Test
  void aTypelessDocumentIsNotMovedWithoutAType() {
    String folder = server.folder("L-1");
    String id = server.typeless(utf8("x"));
    Answer answer = server.objects(entry("system:objectId", id, "system:parentId", folder));
    assertEquals(422, answer.status());
    assertTrue(answer.failure().contains("no type yet"), answer.failure());
    assertEquals(List.of(id), server.tray());
  }

  @Test
  void typingNeedsTheRequiredFieldsAndNamesThemInTheCallersLanguage() {
    String id = server.typeless(utf8("x"));
    String entry =
        entry("system:objectId", id, "system:objectTypeId", "supplierInvoice", "invoiceNo", "1");
    Answer english = server.objects(entry);
    assertEquals(
        "Invoice date must be filled in. Supplier must be filled in."
            + " Gross amount must be filled in.",
        english.failure());
    Answer german = server.in("de-DE").objects(entry);
    assertTrue(german.failure().startsWith("Rechnungsdatum muss ausgefüllt sein."));
    assertEquals("system:typeless", server.get("objects/" + id).property("system:objectTypeId"));
  }

  @Test
  void oneEntryThatFailsTakesNothingOfTheOthersWithIt() {
    Answer answer =
        server.objects(
            entry("system:objectTypeId", "supplierFile", "supplierName", "A", "supplierNo", "1"),
            entry("system:objectTypeId", "supplierFile", "supplierName", "B"),
            entry("system:objectTypeId", "0", "supplierName", "C", "supplierNo", "3"));
    assertEquals(422, answer.status());
    assertEquals(2, answer.json().path("objects").size());
    assertEquals(1, answer.json().path("failed").size());
    assertTrue(answer.json().path("failed").path(0).path("properties").isMissingNode());
    assertEquals(2, server.find("SELECT * FROM supplierFile").size());
  }

  @Test
  void patchLeavesFieldsAloneAndNullClears() {
    String id = server.invoice(server.folder("L-1"), "R-1");
    Answer answer =
        server.json(
            "PATCH",
            "objects/" + id,
            "{'objects':[{'properties':{'currency':{'value':null},"
                + "'positions':{'columnNames':['quantity','article'],'value':[['2','Papier']]}}}]}");
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals("R-1", answer.property("invoiceNo"));
    assertEquals("", answer.property("currency"));
    assertEquals(
        "[\"Papier\",\"2\",null,null]",
        answer
            .json()
            .path("objects")
            .path(0)
            .path("properties")
            .path("positions")
            .path("value")
            .path(0)
            .toString());
    assertEquals(404, server.json("PATCH", "objects/4711", patch("currency", "EUR")).status());
  }

  private static String patch(String name, String value) {
    return "{'objects':[" + entry(name, value) + "]}";
  }

  @Test
  void contentIsReplacedAndTheOldBytesAreGone() {
    String id = server.typeless(utf8("old"));
    String data = "{'objects':[{'properties':{},'contentStreams':[{'cid':'c'}]}]}";
    assertEquals(200, server.multipart("objects/" + id, data, Map.of("c", utf8("new"))).status());
    assertArrayEquals(utf8("new"), server.content(id));
    assertEquals(1, server.get("objects/" + id + "/contents").json().size());
  }

  @Test
  void initialValuesFillWhatWasNotSent() {
    String id = server.invoice(server.folder("L-1"), "R-1");
    Answer answer = server.get("objects/" + id);
    assertEquals("EUR", answer.property("currency"));
    assertEquals("neu", answer.property("invoiceStatus"));
  }

  @Test
  void retentionAndReleaseForArchivingAreForDocuments() {
    String folder = server.folder("L-1");
    String id = server.invoice(folder, "R-1");
    Answer answer =
        server.objects(
            with(
                entry("system:objectId", id, "system:OBJECT_RETENTION_PLANNED", "2035-12-31"),
                "'options':{'ARCHIVABLE':1}"));
    assertEquals("2035-12-31", answer.property("system:OBJECT_RETENTION_PLANNED"));
    assertEquals(
        422,
        server
            .objects(
                entry("system:objectId", folder, "system:OBJECT_RETENTION_PLANNED", "2035-12-31"))
            .status());
    assertFalse(
        server
            .objects(with(entry("system:objectId", id), "'options':{'MAKECOFFEE':1}"))
            .failure()
            .isEmpty());
  }
}
