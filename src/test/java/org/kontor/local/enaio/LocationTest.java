package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;
import static org.kontor.local.Server.with;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** Moves, further locations and reference documents (reference 3.1.7 to 3.1.15). */
final class LocationTest {
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
  void aDocumentMovesFromFolderToRegisterAndIsUpdatedWithIt() {
    String folder = server.folder("L-1");
    String year = server.year(folder, "2025");
    String id = server.invoice(folder, "R-1");
    Answer answer =
        server.objects(
            entry(
                "system:objectId",
                id,
                "system:parentId",
                year,
                "system:FOLDERID",
                folder,
                "invoiceStatus",
                "bezahlt"));
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals("bezahlt", answer.property("invoiceStatus"));
    assertEquals(
        List.of(year),
        server
            .search("SELECT system:SDREG_ID FROM supplierInvoice WHERE system:objectId = " + id)
            .all("system:SDREG_ID"));
    Answer wrong =
        server.objects(
            entry("system:objectId", id, "system:parentId", folder, "system:FOLDERID", folder));
    assertEquals(422, wrong.status());
  }

  @Test
  void aRegisterMovesWithItsContentsButNeverBelowItself() {
    String from = server.folder("L-1");
    String to = server.folder("L-2");
    String year = server.year(from, "2025");
    String request =
        server.insert(
            "system:objectTypeId", "businessCase", "system:parentId", year, "caseTitle", "x");
    String id = server.invoice(request, "R-1");
    assertEquals(422, move(year, request).status());
    assertEquals(422, move(year, year).status());
    assertEquals(200, move(year, to).status());
    assertEquals(
        List.of(id),
        server.find("SELECT * FROM supplierInvoice WHERE system:SDSTA_ID = @f", "f", to));
    assertEquals(
        List.of(request),
        server.find(
            "SELECT * FROM businessCase WHERE system:REG_STAID = @f AND system:REG_PARID = @r",
            "f",
            to,
            "r",
            year));
  }

  private Answer move(String id, String to) {
    return server.objects(entry("system:objectId", id, "system:parentId", to));
  }

  @Test
  void aLinkedDocumentHasTwoLocationsAndMovesOnlyWhenOneIsNamed() {
    String one = server.folder("L-1");
    String two = server.folder("L-2");
    String three = server.folder("L-3");
    String id = server.invoice(one, "R-1");
    String link =
        with(entry("system:objectId", id, "system:parentId", two), "'options':{'LINKDOCUMENT':1}");
    assertEquals(200, server.objects(link).status());
    assertEquals(422, server.objects(link).status());
    assertEquals(
        List.of(one, two),
        server
            .search(
                "SELECT system:SDSTA_ID FROM supplierInvoice WHERE system:objectId = @i", "i", id)
            .all("system:SDSTA_ID"));
    assertEquals(1, server.find("SELECT invoiceNo FROM supplierInvoice").size());
    assertTrue(move(id, three).failure().contains("2 locations"));
    assertEquals(
        422,
        server
            .objects(
                entry(
                    "system:objectId",
                    id,
                    "system:parentId",
                    three,
                    "system:FOLDERID",
                    two,
                    "invoiceStatus",
                    "neu"))
            .status());
    assertEquals(
        200,
        server
            .objects(entry("system:objectId", id, "system:parentId", three, "system:FOLDERID", two))
            .status());
    assertEquals(400, server.delete("objects/" + id).status());
    assertEquals(204, server.delete("objects/" + id + "?location=" + three).status());
    assertEquals(
        List.of(one),
        server
            .search(
                "SELECT system:SDSTA_ID FROM supplierInvoice WHERE system:objectId = @i", "i", id)
            .all("system:SDSTA_ID"));
  }

  @Test
  void aReferenceDocumentShowsTheFileOfItsSource() {
    String folder = server.folder("L-1");
    String note =
        with(
            entry(
                "system:objectTypeId",
                "accountingNote",
                "system:parentId",
                folder,
                "noteTitle",
                "original"),
            "'contentStreams':[{'cid':'c'}]");
    String id =
        server
            .multipart("objects", "{'objects':[" + note + "]}", Map.of("c", utf8("original")))
            .id();
    String reference =
        server.insert(
            "system:OBJECT_FOREIGNID",
            id,
            "system:OBJECT_SYSTEMID",
            "0",
            "system:objectTypeId",
            "accountingNote",
            "system:parentId",
            folder,
            "noteTitle",
            "x");
    assertArrayEquals(utf8("original"), server.content(reference));
    assertEquals(
        List.of(reference),
        server.find("SELECT * FROM accountingNote WHERE system:OBJECT_FOREIGNID = @i", "i", id));
    assertEquals(400, server.delete("objects/" + id + "?hardDelete=true").status());
  }
}
