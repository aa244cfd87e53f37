package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;
import static org.kontor.local.Server.with;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** What the definition demands of values and places, and the sentences that say so. */
final class RulesTest {
  private static Server server;
  private static String folder;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = Server.start(data);
    folder = server.folder("L-1");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String refused(String name, String value) {
    Answer answer =
        server.objects(
            entry(
                "system:objectTypeId",
                "supplierInvoice",
                "system:parentId",
                folder,
                "invoiceNo",
                "X",
                "invoiceDate",
                "2026-02-03",
                "invoiceSupplier",
                "M",
                "grossAmount",
                "1",
                name,
                value));
    assertEquals(422, answer.status(), answer.json().toString());
    return answer.failure();
  }

  @Test
  void valuesMustFitTheirFields() {
    assertEquals(
        "Due date: 3.4.26 is not a date. Write year-month-day, for example 2026-03-31.",
        refused("dueDate", "3.4.26"));
    assertTrue(refused("netAmount", "1,5").contains("Net amount: 1,5 is not a number"));
    assertTrue(refused("bookingPeriod", "1.5").contains("is not a whole number"));
    assertTrue(refused("directDebit", "maybe").contains("neither yes nor no"));
    assertTrue(refused("iban", "x".repeat(35)).contains("35 characters are too many, 34"));
    assertTrue(refused("invoiceStatus", "verlegt").contains("verlegt is not in the catalog"));
    assertTrue(refused("invoiceTags", "dringend|eilig").contains("eilig is not in the catalog"));
    assertTrue(refused("bookedAt", "2026-01-01T10:00:00Z").contains("can only be read"));
    assertTrue(refused("colour", "red").contains("no field colour"));
    assertEquals(List.of(), server.find("SELECT * FROM supplierInvoice"));
  }

  @Test
  void listsInListsAreNoValue() {
    Answer answer =
        server.objects(
            "{'properties':{'system:objectTypeId':{'value':'supplierFile'},"
                + "'supplierName':{'value':'x'},'supplierNo':{'value':[['a'],['b']]}}}");
    assertEquals(422, answer.status());
    assertTrue(answer.failure().contains("must be a text or a number"), answer.failure());
  }

  @Test
  void catalogValuesOfEveryLevelAndSeveralAreTaken() {
    String id =
        server.insert(
            "system:objectTypeId",
            "contract",
            "system:parentId",
            folder,
            "contractNo",
            "V1",
            "contractTitle",
            "x",
            "contractKind",
            "Leasing",
            "contractStart",
            "2026-01-01");
    assertEquals("Leasing", server.get("objects/" + id).property("contractKind"));
    String project =
        server.insert("system:objectTypeId", "project", "projectName", "P", "projectNo", "P1");
    String photo =
        server.insert(
            "system:objectTypeId",
            "sitePhoto",
            "system:parentId",
            project,
            "photoSubject",
            "x",
            "photoArea",
            "Nord|Dach|Nord");
    assertEquals("Nord|Dach", server.get("objects/" + photo).property("photoArea"));
  }

  @Test
  void keyFieldsAreUniqueWithoutRegardToCase() {
    server.folder("K-1");
    Answer answer =
        server.objects(
            entry("system:objectTypeId", "supplierFile", "supplierName", "B", "supplierNo", "k-1"));
    assertTrue(answer.failure().contains("Supplier number: k-1 already exists"), answer.failure());
  }

  @Test
  void placesTakeOnlyTheTypesOfTheirCabinetAndOnlySoMany() {
    String project =
        server.insert("system:objectTypeId", "project", "projectName", "P", "projectNo", "P2");
    Answer cabinet =
        server.objects(
            entry(
                "system:objectTypeId",
                "accountingNote",
                "system:parentId",
                project,
                "noteTitle",
                "x"));
    assertTrue(cabinet.failure().contains("another cabinet"), cabinet.failure());
    String year = server.year(folder, "2024");
    Answer nested =
        server.objects(
            entry("system:objectTypeId", "fiscalYear", "system:parentId", year, "year", "2025"));
    assertTrue(nested.failure().contains("not allowed in Fiscal year"), nested.failure());
    String work =
        server.insert(
            "system:objectTypeId", "workPackage", "system:parentId", project, "packageTitle", "x");
    String report =
        entry(
            "system:objectTypeId",
            "acceptanceReport",
            "system:parentId",
            work,
            "acceptanceTitle",
            "x",
            "acceptanceDate",
            "2026-01-01");
    assertEquals(200, server.objects(report, report, report).status());
    Answer full = server.objects(report);
    assertTrue(full.failure().contains("at most 3 objects"), full.failure());
    assertEquals(
        "0",
        server
            .get("objects/" + work + "?includeAllowedChildObjectTypeIds=true")
            .json()
            .path("objects")
            .path(0)
            .path("allowedChildObjectTypeIds")
            .path("262154")
            .path("maxCount")
            .asString());
  }

  @Test
  void theTrayTakesDocumentsOnlyAndGivesNoFurtherLocations() {
    Answer register =
        server.objects(
            entry(
                "system:objectTypeId",
                "fiscalYear",
                "system:parentId",
                "system:tray",
                "year",
                "2024"));
    assertTrue(register.failure().contains("not a document type"), register.failure());
    String id =
        server.insert(
            "system:objectTypeId",
            "accountingNote",
            "system:parentId",
            "system:tray",
            "noteTitle",
            "typed in the tray");
    Answer link =
        server.objects(
            with(
                entry("system:objectId", id, "system:parentId", folder),
                "'options':{'LINKDOCUMENT':1}"));
    assertTrue(link.failure().contains("File it first"), link.failure());
    assertEquals(
        List.of(), server.find("SELECT * FROM accountingNote WHERE noteTitle LIKE 'typed%'"));
    assertEquals(
        List.of(id),
        server.find("SELECT * FROM accountingNote WHERE system:parentId = 'system:tray'"));
    assertEquals(
        200, server.objects(entry("system:objectId", id, "system:parentId", folder)).status());
    Answer back = server.objects(entry("system:objectId", id, "system:parentId", "system:tray"));
    assertTrue(back.failure().contains("cannot go back into the tray"), back.failure());
  }

  @Test
  void aTypedObjectKeepsItsType() {
    String id = server.invoice(folder, "T-1");
    Answer answer = server.objects(entry("system:objectId", id, "system:objectTypeId", "contract"));
    assertTrue(answer.failure().contains("already has the type Supplier invoice"));
  }

  @Test
  void deletingAFilledContainerNeedsCascadeAndTheBinKeepsIt() {
    String own = server.folder("D-1");
    String id = server.invoice(server.year(own, "2025"), "D-R-1");
    assertEquals(400, server.delete("objects/" + own).status());
    assertEquals(204, server.delete("objects/" + own + "?cascadeDelete=true").status());
    assertEquals(404, server.get("objects/" + id).status());
    assertEquals(200, server.get("objects/" + id + "?garbageMode=true").status());
    assertEquals(List.of(), server.find("SELECT * FROM supplierInvoice WHERE invoiceNo = 'D-R-1'"));
    Answer bin =
        server.json(
            "POST",
            "objects/search",
            "{'query':{'statement':'SELECT invoiceNo FROM supplierInvoice',"
                + "'handleDeletedDocuments':'DELETED_DOCUMENTS_ONLY'}}");
    assertTrue(bin.all("invoiceNo").contains("D-R-1"));
    assertEquals(400, server.delete("objects/" + id).status());
    assertEquals(204, server.delete("objects/" + id + "?hardDelete=true").status());
    assertEquals(404, server.get("objects/" + id + "?garbageMode=true").status());
    server.folder("D-1");
  }

  @Test
  void aPartThatIsMissingFailsOnlyItsEntry() {
    String data =
        "{'objects':["
            + with(
                entry(
                    "system:objectTypeId",
                    "system:typeless",
                    "system:parentId",
                    "system:tray",
                    "system:mainType",
                    "4"),
                "'contentStreams':[{'cid':'here'}]")
            + ","
            + with(
                entry(
                    "system:objectTypeId",
                    "system:typeless",
                    "system:parentId",
                    "system:tray",
                    "system:mainType",
                    "4"),
                "'contentStreams':[{'cid':'gone'}]")
            + "]}";
    Answer answer = server.multipart("objects", data, Map.of("here", utf8("x")));
    assertEquals(422, answer.status());
    assertTrue(answer.failure().contains("part gone"), answer.failure());
    assertEquals(1, server.tray().size());
  }
}
