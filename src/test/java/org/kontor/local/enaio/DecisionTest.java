package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;
import static org.kontor.local.Server.with;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.DemoDefinition;
import org.kontor.local.LocalServerOptions;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;
import tools.jackson.databind.JsonNode;

/** The rows of the decision table of reference 3.1.16 that move, type and link. */
final class DecisionTest {
  private static Server server;
  private static int number;
  private String folder = "";
  private String year = "";
  private String other = "";

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    Path file = DemoDefinition.with(data, "\"projectNoteText\"", "\"NOTETEXT\"");
    server = Server.start(new LocalServerOptions(0, data, Optional.of(file), List.of(), false));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void places() {
    folder = server.folder("L-" + ++number);
    year = server.year(folder, "2026");
    other = server.folder("L-" + ++number);
  }

  private static Answer change(String id, String... pairs) {
    return server.objects(on(id, pairs));
  }

  private static String on(String id, String... pairs) {
    String[] all = new String[pairs.length + 2];
    all[0] = "system:objectId";
    all[1] = id;
    System.arraycopy(pairs, 0, all, 2, pairs.length);
    return entry(all);
  }

  private static String note(String parent) {
    return server.insert(
        "system:objectTypeId", "accountingNote", "system:parentId", parent, "noteTitle", "x");
  }

  private static String project() {
    return server.insert(
        "system:objectTypeId", "project", "projectName", "P", "projectNo", "P" + ++number);
  }

  private static List<String> parents(String id) {
    return server
        .search("SELECT system:parentId FROM system:object WHERE system:objectId = " + id)
        .all("system:parentId");
  }

  private static List<Integer> history(String id) {
    return server.get("objects/" + id + "/history").json().path("objects").values().stream()
        .map(it -> it.path("properties").path("action").path("value").asInt())
        .toList();
  }

  private static void assertRefused(String reason, Answer answer) {
    assertEquals(422, answer.status(), answer.json().toString());
    assertTrue(answer.failure().contains(reason), answer.failure());
  }

  @Test
  void theNamedPlaceMustBeTheDirectParent() {
    String inYear = note(year);
    assertRefused(
        "does not lie in " + folder,
        change(inYear, "system:parentId", other, "system:FOLDERID", folder));
    assertRefused(
        "does not lie in " + other,
        change(inYear, "system:parentId", other, "system:REGISTERID", other));
    String inFolder = note(folder);
    assertRefused(
        "does not lie in " + folder,
        change(inFolder, "system:parentId", other, "system:REGISTERID", folder));
    assertEquals(
        200,
        change(
                inYear,
                "system:parentId",
                other,
                "system:FOLDERID",
                folder,
                "system:REGISTERID",
                year)
            .status());
    assertEquals(List.of(other), parents(inYear));
    assertEquals(
        200, change(inFolder, "system:parentId", year, "system:FOLDERID", folder).status());
    assertEquals(List.of(year), parents(inFolder));
  }

  @Test
  void aWrongHintForTheTypeOfTheParentIsRefused() {
    String id = note(folder);
    assertRefused(
        "is of the type",
        change(id, "system:parentId", year, "system:parentObjectTypeId", "supplierFile"));
    assertRefused(
        "is of the type",
        change(id, "system:parentId", year, "system:parentObjectTypeId", "nonsense"));
    assertEquals(
        200, change(id, "system:parentId", year, "system:parentObjectTypeId", "6488064").status());
    assertRefused(
        "is of the type",
        server.objects(
            entry(
                "system:objectTypeId",
                "accountingNote",
                "system:parentId",
                folder,
                "system:parentObjectTypeId",
                "fiscalYear",
                "noteTitle",
                "x")));
  }

  @Test
  void thePresentParentIsNoMove() {
    String id = note(folder);
    assertEquals(200, change(id, "system:parentId", folder, "noteTitle", "y").status());
    assertEquals("y", server.get("objects/" + id).property("noteTitle"));
    assertEquals(List.of(300, 100), history(id));
    server.objects(with(on(id, "system:parentId", other), "'options':{'LINKDOCUMENT':1}"));
    assertEquals(200, change(id, "system:parentId", other, "noteTitle", "z").status());
    assertEquals(List.of(folder, other), parents(id));
    assertRefused(
        "already lies in", change(id, "system:parentId", other, "system:FOLDERID", folder));
    assertRefused("2 locations", change(id, "system:parentId", year));
    assertRefused(
        "in two steps",
        change(id, "system:parentId", year, "system:FOLDERID", other, "noteTitle", "q"));
    assertEquals(200, change(id, "system:parentId", year, "system:FOLDERID", other).status());
    assertEquals("z", server.get("objects/" + id).property("noteTitle"));
  }

  @Test
  void aTypedObjectKeepsItsType() {
    String id = note(folder);
    assertRefused(
        "already has the type",
        change(id, "system:objectTypeId", "accountingLetter", "letterSubject", "x"));
    assertRefused(
        "already has the type",
        change(id, "system:objectTypeId", "accountingLetter", "system:parentId", year));
    assertRefused("already has the type", change(id, "system:objectTypeId", "system:typeless"));
    assertRefused(
        "already has the type",
        change(id, "system:objectTypeId", "projectNote", "projectNoteTitle", "x"));
    String inTray =
        server.insert(
            "system:objectTypeId",
            "accountingNote",
            "system:parentId",
            "system:tray",
            "noteTitle",
            "x");
    assertRefused(
        "already has the type",
        change(inTray, "system:objectTypeId", "projectNote", "system:parentId", project()));
  }

  @Test
  void typedFirstThenMoved() {
    String scan = server.typeless(utf8("scan"));
    assertRefused("has no type yet", change(scan, "system:parentId", folder));
    assertRefused(
        "must be filled in",
        change(scan, "system:objectTypeId", "accountingNote", "system:parentId", folder));
    assertEquals(
        List.of("system:typeless"),
        server
            .search("SELECT * FROM system:tray WHERE system:objectId = " + scan)
            .all("system:objectTypeId"));
    assertRefused(
        "no folder or register",
        change(
            scan,
            "system:objectTypeId",
            "accountingNote",
            "system:parentId",
            "999999",
            "noteTitle",
            "typed"));
    assertTrue(server.tray().contains(scan), "typed in the tray");
    assertEquals("typed", server.get("objects/" + scan).property("noteTitle"));
    assertRefused(
        "already has the type",
        change(scan, "system:objectTypeId", "accountingLetter", "system:parentId", folder));
    assertEquals(200, change(scan, "system:parentId", folder, "noteTitle", "filed").status());
    assertEquals(List.of(folder), parents(scan));
    assertEquals("filed", server.get("objects/" + scan).property("noteTitle"));
    assertArrayEquals(utf8("scan"), server.content(scan));
    assertEquals(1, server.get("objects/" + scan + "/versions").json().path("objects").size());
  }

  @Test
  void typingFilingAndRetentionInOneEntry() {
    String scan = server.typeless(utf8("scan"));
    String entry =
        on(
            scan,
            "system:objectTypeId",
            "accountingNote",
            "noteTitle",
            "x",
            "system:OBJECT_RETENTION_PLANNED",
            "2040-01-01");
    assertRefused("Nothing in the tray", server.objects(entry));
    assertEquals(
        List.of("system:typeless"),
        server
            .search("SELECT * FROM system:tray WHERE system:objectId = " + scan)
            .all("system:objectTypeId"));
    Answer filed =
        server.objects(
            with(
                entry.replace(
                    "{'properties':{",
                    "{'properties':{'system:parentId':{'value':'" + year + "'},"),
                "'options':{'ARCHIVABLE':1,'ARCHIVEIMMEDIATELY':1}"));
    assertEquals(200, filed.status(), filed.json().toString());
    assertEquals("2040-01-01", filed.property("system:OBJECT_RETENTION"));
  }

  @Test
  void onlyTheWorkflowTrayLeadsIntoTheUserTray() {
    String workflow =
        server
            .multipart(
                "objects",
                Server.TYPELESS.replace("system:tray", "system:workflowtray"),
                Map.of("cid_scan", utf8("w")))
            .id();
    String typed =
        server.insert(
            "system:objectTypeId",
            "accountingNote",
            "system:parentId",
            "system:workflowtray",
            "noteTitle",
            "x");
    String filed = note(folder);
    String mine = server.typeless(utf8("scan"));
    String move = "'options':{'WFTOUSERTRAY':1}";
    assertRefused(
        "cannot go back into the tray", change(workflow, "system:parentId", "system:tray"));
    assertRefused("cannot go back into the tray", change(filed, "system:parentId", "system:tray"));
    assertRefused(
        "cannot go back into the tray", change(mine, "system:parentId", "system:workflowtray"));
    assertRefused("from there into the user tray", server.objects(with(on(filed), move)));
    assertRefused("from there into the user tray", server.objects(with(on(mine), move)));
    assertEquals(200, server.objects(with(on(workflow), move)).status());
    assertEquals(
        200, server.objects(with(on(typed, "system:parentId", "system:tray"), move)).status());
    assertTrue(server.tray().containsAll(List.of(workflow, typed)));
    assertEquals(List.of(), server.find("SELECT * FROM system:workflowtray"));
    assertEquals(200, change(typed, "system:parentId", folder).status());
    assertEquals(List.of(folder), parents(typed));
  }

  @Test
  void registersStayInTheirCabinetAndNothingMovesAFolder() {
    String project = project();
    assertRefused("another cabinet", change(year, "system:parentId", project));
    assertRefused(
        "only documents can",
        change(
            year,
            "system:objectTypeId",
            "projectPhase",
            "system:parentId",
            project,
            "phaseName",
            "Rohbau"));
    assertRefused("Folders lie in no other object", change(folder, "system:parentId", other));
    assertRefused("nothing can lie in it", change(year, "system:parentId", note(folder)));
    assertEquals(200, change(year, "system:parentId", other, "system:FOLDERID", folder).status());
    assertEquals(List.of(other), parents(year));
  }

  @Test
  void aDocumentChangesItsCabinetWithTheFieldsOfEqualNames() {
    String project = project();
    Answer inserted =
        server.multipart(
            "objects",
            "{'objects':["
                + with(
                    entry(
                        "system:objectTypeId",
                        "accountingNote",
                        "system:parentId",
                        folder,
                        "noteTitle",
                        "x",
                        "noteText",
                        "y"),
                    "'contentStreams':[{'cid':'c'}]")
                + "]}",
            Map.of("c", utf8("content")));
    String id = inserted.id();
    assertRefused("another cabinet", change(id, "system:parentId", project));
    assertRefused(
        "Keyword must be filled in",
        change(id, "system:objectTypeId", "projectNote", "system:parentId", project));
    String move =
        on(
            id,
            "system:objectTypeId",
            "projectNote",
            "system:parentId",
            project,
            "projectNoteTitle",
            "moved");
    assertRefused(
        "in the same cabinet", server.objects(with(move, "'options':{'LINKDOCUMENT':1}")));
    Answer moved = server.objects(move);
    assertEquals(200, moved.status(), moved.json().toString());
    assertEquals(List.of(project), parents(id));
    assertEquals("projectNote", localName(moved));
    assertEquals("moved", moved.property("projectNoteTitle"));
    assertEquals("y", moved.property("NOTETEXT"), "carried over");
    assertArrayEquals(utf8("content"), server.content(id));
    assertEquals(List.of(303, 101), history(id));
    assertEquals(
        List.of(), server.find("SELECT * FROM accountingNote WHERE system:objectId = " + id));
    assertEquals(
        List.of(id),
        server.find(
            "SELECT * FROM projectNote WHERE projectNoteTitle = 'moved' AND system:objectId = "
                + id));
    String first = note(folder);
    String second = note(folder);
    Answer two =
        server.objects(
            move.replace("'" + id + "'", "'" + first + "'"),
            move.replace("'" + id + "'", "'" + second + "'"));
    assertRefused("one document at a time", two);
    assertEquals(List.of(first), two.all("system:objectId"));
    assertEquals(List.of(folder), parents(second));
    server.objects(with(on(second, "system:parentId", other), "'options':{'LINKDOCUMENT':1}"));
    assertRefused(
        "several locations", server.objects(move.replace("'" + id + "'", "'" + second + "'")));
  }

  private static String localName(Answer answer) {
    JsonNode properties = answer.json().path("objects").path(0).path("properties");
    return properties.path("system:objectTypeId").path("localName").asString("");
  }

  @Test
  void aFurtherLocationIsForFiledDocumentsOnly() {
    String id = note(folder);
    String link = "'options':{'LINKDOCUMENT':1}";
    assertRefused(
        "are two steps",
        server.objects(with(on(id, "system:parentId", other, "noteTitle", "y"), link)));
    assertRefused("further location is missing", server.objects(with(on(id), link)));
    assertRefused(
        "another cabinet", server.objects(with(on(id, "system:parentId", project()), link)));
    assertRefused("already lies in", server.objects(with(on(id, "system:parentId", folder), link)));
    String keep = "'options':{'LINKDOCUMENT':1,'KEEPLINKWHENEXISTS':1}";
    assertEquals(200, server.objects(with(on(id, "system:parentId", folder), keep)).status());
    assertEquals(List.of(100), history(id), "nothing happened");
    assertRefused(
        "one location only", server.objects(with(on(year, "system:parentId", other), link)));
    assertRefused(
        "one location only", server.objects(with(on(folder, "system:parentId", other), link)));
    String tray =
        server.insert(
            "system:objectTypeId",
            "accountingNote",
            "system:parentId",
            "system:tray",
            "noteTitle",
            "x");
    assertRefused("in the tray", server.objects(with(on(tray, "system:parentId", other), link)));
    assertRefused(
        "exist already",
        server.objects(
            with(
                entry(
                    "system:objectTypeId",
                    "accountingNote",
                    "system:parentId",
                    folder,
                    "noteTitle",
                    "x"),
                link)));
    assertRefused("only when it is created", change(id, "system:OBJECT_FOREIGNID", year));
  }

  @Test
  void aReferenceDocumentMayBeInAnotherCabinetAndIsEditedAtTheOriginal() {
    String id = note(folder);
    server.multipart(
        "objects/" + id,
        "{'objects':[" + with(entry("noteTitle", "x"), "'contentStreams':[{'cid':'c'}]") + "]}",
        Map.of("c", utf8("original")));
    String reference =
        server.insert(
            "system:OBJECT_FOREIGNID",
            id,
            "system:OBJECT_SYSTEMID",
            "0",
            "system:objectTypeId",
            "projectNote",
            "system:parentId",
            project(),
            "projectNoteTitle",
            "green arrow");
    assertArrayEquals(utf8("original"), server.content(reference));
    Answer written =
        server.multipart(
            "objects/" + reference,
            "{'objects':["
                + with(entry("projectNoteTitle", "y"), "'contentStreams':[{'cid':'c'}]")
                + "]}",
            Map.of("c", utf8("other")));
    assertRefused("only be changed at the original", written);
    assertEquals("green arrow", server.get("objects/" + reference).property("projectNoteTitle"));
    assertEquals(400, server.delete("objects/" + reference + "/contents/file").status());
    assertEquals(200, change(reference, "projectNoteTitle", "own index data").status());
    assertArrayEquals(utf8("original"), server.content(id));
  }
}
