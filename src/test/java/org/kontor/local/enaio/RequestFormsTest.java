package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;
import static org.kontor.local.Server.with;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** Forms in which writing requests may come (reference 1.6, 3.1.1, 3.3, 3.4). */
final class RequestFormsTest {
  private Server server;
  private String folder;

  @BeforeEach
  void start(@TempDir Path data) {
    server = Server.start(data);
    folder = server.folder("L-1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String note(String parent, String title) {
    return entry(
        "system:objectTypeId", "accountingNote", "system:parentId", parent, "noteTitle", title);
  }

  private Answer raw(String body) {
    return server.send(
        server
            .request("objects")
            .header("Content-Type", "multipart/form-data;boundary=b")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private static String part(String headers, String body) {
    return "--b\r\n" + headers + "\r\n\r\n" + body + "\r\n";
  }

  private static String data(String... cids) {
    List<String> entries =
        List.of(cids).stream()
            .map(
                cid ->
                    with(
                        entry(
                            "system:objectTypeId",
                            "system:typeless",
                            "system:parentId",
                            "system:tray",
                            "system:mainType",
                            "4"),
                        "'contentStreams':[{'cid':'" + cid + "'}]"))
            .toList();
    return part(
        "Content-Disposition: form-data; name=\"data\"\r\nContent-Type: application/json",
        ("{'objects':[" + String.join(",", entries) + "]}").replace('\'', '"'));
  }

  @Test
  void idsNumbersAndMainTypesMayBeJsonNumbers() {
    Answer answer =
        server.objects(
            "{'properties':{'system:objectTypeId':{'value':262145},'system:parentId':{'value':"
                + folder
                + "},'invoiceNo':{'value':'R-1'},'invoiceDate':{'value':'2026-02-03'},"
                + "'invoiceSupplier':{'value':'x'},'grossAmount':{'value':119.5},"
                + "'directDebit':{'value':true},'bookingPeriod':{'value':2}}}");
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals("119.5", answer.property("grossAmount"));
    assertEquals("1", answer.property("directDebit"));
    assertEquals("2", answer.property("bookingPeriod"));
    assertEquals(
        200,
        server
            .objects(
                "{'properties':{'system:objectTypeId':{'value':'system:typeless'},"
                    + "'system:parentId':{'value':'system:tray'},'system:mainType':{'value':4}}}")
            .status());
  }

  @Test
  void insertsAndUpdatesStandInOneRequest() {
    String id = server.objects(note(folder, "old")).id();
    Answer answer =
        server.objects(note(folder, "new"), entry("system:objectId", id, "noteTitle", "changed"));
    assertEquals(200, answer.status());
    assertEquals(List.of("new", "changed"), answer.all("noteTitle"));
    assertEquals(2, server.find("SELECT * FROM accountingNote").size());
  }

  @Test
  void aPartCountsByItsNameWithOrWithoutContentId() {
    Answer answer =
        raw(
            data("one", "two")
                + part("Content-Disposition: form-data; name=\"one\"; filename=\"a.pdf\"", "1")
                + part(
                    "Content-ID: two\r\nContent-Type: text/plain\r\n"
                        + "Content-Disposition: form-data; name=\"two\"; filename=\"b.txt\"",
                    "2")
                + "--b--\r\n");
    assertEquals(200, answer.status(), answer.json().toString());
    List<String> ids = answer.all("system:objectId");
    assertArrayEquals(utf8("1"), server.content(ids.get(0)));
    assertArrayEquals(utf8("2"), server.content(ids.get(1)));
  }

  @Test
  void aPartThatNobodyUsesIsLeftOutAndANameThatComesTwiceIsAMistake() {
    String one = part("Content-Disposition: form-data; name=\"one\"; filename=\"a\"", "1");
    String spare = part("Content-Disposition: form-data; name=\"spare\"; filename=\"a\"", "2");
    Answer answer = raw(data("one") + one + spare + "--b--\r\n");
    assertEquals(200, answer.status());
    assertArrayEquals(utf8("1"), server.content(answer.id()));
    assertEquals(400, raw(data("one") + one + one + "--b--\r\n").status());
    assertEquals(1, server.tray().size());
  }

  @Test
  void contentStreamsInPlainJsonFailTheirEntryOnly() {
    Answer answer =
        server.objects(
            with(note(folder, "with"), "'contentStreams':[{'cid':'x'}]"), note(folder, "without"));
    assertEquals(422, answer.status());
    assertEquals(List.of("without"), answer.all("noteTitle"));
    assertEquals(1, answer.json().path("failed").size());
  }

  @Test
  void commentsAreNoJson() {
    assertEquals(
        400,
        server.json("POST", "objects", "{'objects':[" + note(folder, "x") + "] // x\n}").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3", "4"})
  void theFourMainTypesAreThoseOfTypelessDocuments(String main) {
    String typed =
        entry(
            "system:parentId",
            "system:tray",
            "system:objectTypeId",
            "system:typeless",
            "system:mainType",
            main);
    Answer answer = server.objects(typed);
    assertEquals(200, answer.status());
    assertEquals(main, server.get("objects/" + answer.id()).property("system:mainType"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "5", "6", "7", "8", "99", "x", ""})
  void otherMainTypesOfTypelessDocumentsAreRefused(String main) {
    Answer answer =
        server.objects(
            entry(
                "system:parentId",
                "system:tray",
                "system:objectTypeId",
                "system:typeless",
                "system:mainType",
                main));
    assertEquals(422, answer.status());
    assertEquals(List.of(), server.tray());
  }

  @Test
  void aTypelessDocumentNeedsAMainTypeAndATray() {
    assertEquals(
        422,
        server
            .objects(
                entry("system:parentId", "system:tray", "system:objectTypeId", "system:typeless"))
            .status());
    assertEquals(
        422,
        server
            .objects(
                entry(
                    "system:parentId",
                    folder,
                    "system:objectTypeId",
                    "system:typeless",
                    "system:mainType",
                    "4"))
            .status());
  }

  @Test
  void patchMovesTypesAndLinksTheObjectInItsPath() {
    String id = server.typeless(utf8("x"));
    Answer answer =
        server.json(
            "PATCH", "objects/" + id, "{'objects':[" + note(folder, "typed and filed") + "]}");
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals("typed and filed", answer.property("noteTitle"));
    assertEquals(List.of(), server.tray());
    String other = server.folder("L-2");
    assertEquals(
        200,
        server
            .json(
                "PATCH",
                "objects/" + id + "?minimalResponse=true",
                "{'objects':["
                    + with(entry("system:parentId", other), "'options':{'LINKDOCUMENT':1}")
                    + "]}")
            .status());
    assertEquals(
        List.of(folder, other),
        server
            .search("SELECT system:SDSTA_ID FROM accountingNote WHERE system:objectId = " + id)
            .all("system:SDSTA_ID"));
  }

  @Test
  void postToOneObjectMovesItAndReplacesItsContent() {
    String year = server.year(folder, "2026");
    String id = server.invoice(folder, "R-1");
    Answer answer =
        server.multipart(
            "objects/" + id,
            "{'objects':["
                + with(
                    entry("system:parentId", year, "invoiceRemark", "with file"),
                    "'contentStreams':[{'cid':'c'}]")
                + "]}",
            Map.of("c", utf8("%PDF")));
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals("with file", answer.property("invoiceRemark"));
    assertEquals("R-1", answer.property("invoiceNo"), "what was not sent stays");
    assertArrayEquals(utf8("%PDF"), server.content(id));
    assertEquals(
        List.of(id), server.find("SELECT * FROM supplierInvoice WHERE system:SDREG_ID = " + year));
  }

  @Test
  void hintsOfTypesAreTakenWithAMove() {
    String year = server.year(folder, "2026");
    String id = server.invoice(folder, "R-1");
    assertEquals(
        200,
        server
            .objects(
                entry(
                    "system:objectId",
                    id,
                    "system:objectTypeId",
                    "262145",
                    "system:parentId",
                    year,
                    "system:parentObjectTypeId",
                    "fiscalYear",
                    "system:FOLDERID",
                    folder))
            .status());
    assertEquals(
        List.of(id), server.find("SELECT * FROM supplierInvoice WHERE system:SDREG_ID = " + year));
  }

  @Test
  void aReferenceTakesNoFilesOfItsOwn() {
    String source = server.objects(note(folder, "source")).id();
    String reference =
        with(
            entry(
                "system:OBJECT_FOREIGNID",
                source,
                "system:OBJECT_SYSTEMID",
                "0",
                "system:objectTypeId",
                "accountingNote",
                "system:parentId",
                folder,
                "noteTitle",
                "reference"),
            "'contentStreams':[{'cid':'c'}]");
    Answer answer =
        server.multipart("objects", "{'objects':[" + reference + "]}", Map.of("c", utf8("x")));
    assertEquals(422, answer.status());
    assertEquals(List.of(source), server.find("SELECT * FROM accountingNote"));
  }

  @Test
  void aRemovedLocationIsNotInTheRecycleBin() {
    String id = server.invoice(folder, "R-1");
    String other = server.folder("L-2");
    server.objects(
        with(
            entry("system:objectId", id, "system:parentId", other),
            "'options':{'LINKDOCUMENT':1}"));
    assertEquals(204, server.delete("objects/" + id + "?location=" + folder).status());
    Answer bin =
        server.json(
            "POST",
            "objects/search",
            "{'query':{'statement':'SELECT * FROM supplierInvoice',"
                + "'handleDeletedDocuments':'DELETED_DOCUMENTS_ONLY'}}");
    assertEquals(List.of(), bin.all("system:objectId"));
    assertEquals(200, server.get("objects/" + id).status());
  }

  @Test
  void theLastWriterWins() {
    String id = server.invoice(folder, "R-1");
    assertEquals(
        200, server.objects(entry("system:objectId", id, "invoiceRemark", "first")).status());
    server.as("anna:geheim");
    assertEquals(
        200, server.objects(entry("system:objectId", id, "invoiceRemark", "second")).status());
    Answer answer = server.get("objects/" + id);
    assertEquals("second", answer.property("invoiceRemark"));
    assertEquals("anna", answer.property("system:lastModifiedBy"));
  }

  @Test
  void theSameParentInAnUpdateIsNoMove() {
    String id = server.invoice(folder, "R-1");
    Answer answer =
        server.objects(
            entry("system:objectId", id, "system:parentId", folder, "invoiceRemark", "x"));
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals("x", answer.property("invoiceRemark"));
    assertEquals(
        List.of(folder),
        server
            .search("SELECT system:SDSTA_ID FROM supplierInvoice WHERE system:objectId = " + id)
            .all("system:SDSTA_ID"));
  }

  @Test
  void typedAndTypelessDocumentsLieInTheWorkflowTrayAndLeaveItForAFolder() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        Server.body(
            Server.TYPELESS.replace("system:tray", "system:workflowtray"),
            Map.of("cid_scan", utf8("x"))));
    Answer untyped =
        server.send(
            server
                .request("objects")
                .header("Content-Type", "multipart/form-data;boundary=bnd-7f21")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    assertEquals(200, untyped.status(), untyped.json().toString());
    String typed = server.objects(note("system:workflowtray", "t")).id();
    assertEquals(List.of(untyped.id(), typed), server.find("SELECT * FROM system:workflowtray"));
    assertEquals(List.of(), server.tray());
    assertEquals(
        200, server.objects(entry("system:objectId", typed, "system:parentId", folder)).status());
    assertEquals(List.of(typed), server.find("SELECT * FROM accountingNote"));
    server.as("anna:geheim");
    assertEquals(List.of(), server.find("SELECT * FROM system:workflowtray"));
  }
}
