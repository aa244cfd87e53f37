package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.utf8;
import static org.kontor.local.Server.with;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Account;
import org.kontor.local.DemoDefinition;
import org.kontor.local.LocalServerOptions;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;
import tools.jackson.databind.JsonNode;

/** Rights per account and type (reference 1.5, 2.8, 3.1.2, 3.5, 3.6, 3.15). */
final class RightsTest {
  private static final String CHIEF = "demo:demo";
  private static final String CLERK = "anna:geheim";
  private static final String READER = "bernd:geheim";
  private static final String STRANGER = "carla:geheim";
  private static final String RIGHTS =
      """
      {"group": [
        {"name": "chiefs", "member": "demo",
         "role": ["supervisor", "emptyBin", "systemBin", "crossCabinet"],
         "grant": [
           {"cabinet": "accounting", "allow": ["see", "write", "content", "create", "delete"]},
           {"cabinet": "projects", "allow": ["see", "write", "content", "create", "delete"]}]},
        {"name": "clerks", "member": ["anna"], "grant": [
           {"cabinet": "accounting", "allow": ["see", "write", "content", "create", "delete"]},
           {"type": "contract", "allow": []},
           {"type": "deliveryNote", "allow": ["see", "create"]},
           {"type": "supplierInvoice", "allow": ["see", "write", "content", "create", "delete"],
            "where": {"field": "invoiceStatus", "value": ["neu", ""]}}]},
        {"name": "movers", "member": "dora", "grant": [
           {"cabinet": "accounting", "allow": ["see", "write", "create"]},
           {"cabinet": "projects", "allow": ["see", "write", "create"]}]},
        {"name": "readers", "member": ["anna", "bernd"], "grant": [
           {"cabinet": "accounting", "allow": "see"},
           {"type": "contract", "allow": []},
           {"type": "supplierInvoice", "allow": []}]}
      ]}
      """;

  private static Server server;
  private static int number;
  private String folder = "";

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    server =
        Server.start(
            new LocalServerOptions(
                0,
                data,
                Optional.of(DemoDefinition.withRights(data, RIGHTS)),
                List.of(
                    new Account("demo", "demo"),
                    new Account("anna", "geheim"),
                    new Account("bernd", "geheim"),
                    new Account("carla", "geheim"),
                    new Account("dora", "geheim")),
                false));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void folder() {
    server.as(CHIEF);
    folder = server.folder("L-" + ++number);
  }

  private String contract() {
    server.as(CHIEF);
    return server.insert(
        "system:objectTypeId",
        "contract",
        "system:parentId",
        folder,
        "contractNo",
        "V" + ++number,
        "contractTitle",
        "x",
        "contractKind",
        "Leasing",
        "contractStart",
        "2026-01-01");
  }

  private String note(String parent) {
    Answer answer =
        server.multipart(
            "objects",
            "{'objects':["
                + with(
                    entry(
                        "system:objectTypeId",
                        "accountingNote",
                        "system:parentId",
                        parent,
                        "noteTitle",
                        "x"),
                    "'contentStreams':[{'cid':'c'}]")
                + "]}",
            Map.of("c", utf8("content")));
    assertEquals(200, answer.status(), answer.json().toString());
    return answer.id();
  }

  private String invoice(String status) {
    server.as(CHIEF);
    String id = server.invoice(folder, "R" + ++number);
    assertEquals(200, update(id, "invoiceStatus", status).status());
    return id;
  }

  private static Answer update(String id, String... pairs) {
    String[] all = new String[pairs.length + 2];
    all[0] = "system:objectId";
    all[1] = id;
    System.arraycopy(pairs, 0, all, 2, pairs.length);
    return server.objects(entry(all));
  }

  private static Answer put(String method, String path) {
    return server.send(
        server.request(path).method(method, HttpRequest.BodyPublishers.ofString("x")).build());
  }

  @Test
  void whatMustNotBeSeenDoesNotExistWhateverTheCall() {
    String contract = contract();
    String base = "objects/" + contract;
    assertEquals(200, server.get(base).status());
    for (String account : List.of(CLERK, READER, STRANGER)) {
      server.as(account);
      Answer unknown = server.get("objects/999999");
      Answer hidden = server.get(base);
      assertEquals(404, hidden.status());
      assertEquals(
          unknown.message().replace("999999", contract), hidden.message(), "no difference to see");
      for (String path :
          List.of(
              "/contents",
              "/contents/file",
              "/contents/file/1",
              "/contents/renditions/text",
              "/contents/renditions/pdf",
              "/contents/renditions/thumbnail/1",
              "/history",
              "/versions",
              "/versions/CURRENT")) {
        assertEquals(404, server.get(base + path).status(), path);
      }
      for (String path : List.of("", "?hardDelete=true", "/contents/file", "/actions/trash")) {
        assertEquals(404, server.delete(base + path).status(), path);
      }
      for (String path : List.of("/contents/native/lock", "/contents/native/unlock")) {
        assertEquals(404, server.json("PATCH", base + path, "{}").status(), path);
      }
      assertEquals(404, put("POST", base + "/contents/file").status());
      assertEquals(404, put("PUT", base + "/contents/file/1").status());
      assertEquals(404, put("POST", base + "/actions/trash/restore").status());
      assertEquals(
          404,
          server.json("PATCH", base, "{'objects':[" + entry("contractTitle", "y") + "]}").status());
      assertTrue(update(contract, "contractTitle", "y").failure().contains("was not found"));
    }
    assertEquals("x", server.as(CHIEF).get(base).property("contractTitle"));
  }

  @Test
  void hitsAndCountsLeaveOutWhatMustNotBeSeen() {
    contract();
    String seen = invoice("neu");
    String hidden = invoice("bezahlt");
    String mine = "WHERE system:SDSTA_ID = " + folder;
    server.as(CHIEF);
    assertEquals(List.of(seen, hidden), server.find("SELECT * FROM supplierInvoice " + mine));
    server.as(CLERK);
    Answer invoices = server.search("SELECT * FROM supplierInvoice " + mine);
    assertEquals(List.of(seen), invoices.all("system:objectId"));
    assertEquals(1, invoices.json().path("totalNumItems").asInt());
    assertEquals(
        1,
        server
            .page("SELECT * FROM supplierInvoice " + mine, 1, 10)
            .json()
            .path("totalNumItems")
            .asInt());
    assertEquals(
        server.search("SELECT * FROM agreement " + mine).message().replace("agreement", "contract"),
        server.search("SELECT * FROM contract " + mine).message());
    assertEquals(400, server.search("SELECT * FROM contract " + mine).status());
    assertEquals(
        List.of(seen),
        server.find("SELECT * FROM system:object WHERE system:parentId = " + folder));
    assertEquals(
        List.of(seen),
        server.find("SELECT invoiceNo FROM supplierInvoice " + mine + " ORDER BY invoiceNo"));
    assertEquals(
        List.of(seen),
        server.find(
            "SELECT system:objectId FROM supplierInvoice "
                + mine
                + " UNION SELECT system:objectId FROM deliveryNote "
                + mine));
    assertEquals(
        List.of(), server.find("SELECT * FROM supplierInvoice WHERE system:objectId = " + hidden));
    server.as(STRANGER);
    assertEquals(List.of(), server.find("SELECT * FROM system:object"));
  }

  @Test
  void anObjectMayVanishFromItsOwnWriter() {
    String id = invoice("neu");
    server.as(CLERK);
    assertEquals("neu", server.get("objects/" + id).property("invoiceStatus"));
    Answer answer = update(id, "invoiceStatus", "bezahlt");
    assertEquals(200, answer.status());
    assertEquals(
        List.of("system:objectId", "system:objectTypeId"),
        List.copyOf(answer.json().path("objects").path(0).path("properties").propertyNames()));
    assertFalse(answer.json().path("objects").path(0).has("contentStreams"));
    assertEquals(404, server.get("objects/" + id).status());
    server.as(CHIEF);
    assertEquals("bezahlt", server.get("objects/" + id).property("invoiceStatus"));
  }

  @Test
  void permissionsAreWhatTheServerThenAllows() {
    server.as(CHIEF);
    String note = note(folder);
    String invoice = invoice("neu");
    server.as(READER);
    JsonNode rights = server.get("objects/" + note).json().path("objects").path(0);
    assertEquals(
        "{\"read\":[\"metadata\",\"object\"],\"write\":[],\"delete\":[]}",
        rights.path("permissions").toString());
    JsonNode hit =
        server
            .json(
                "POST",
                "objects/search",
                "{'query':{'statement':'SELECT noteTitle FROM accountingNote WHERE system:objectId"
                    + " = "
                    + note
                    + "','includePermissions':true}}")
            .json()
            .path("objects")
            .path(0);
    assertEquals(rights.path("permissions"), hit.path("permissions"));
    assertTrue(update(note, "noteTitle", "y").failure().contains("may not change the object"));
    assertTrue(
        update(note, "system:OBJECT_RETENTION_PLANNED", "2040-01-01")
            .failure()
            .contains("may not change the object"));
    assertEquals(400, put("POST", "objects/" + note + "/contents/file").status());
    assertEquals(400, server.delete("objects/" + note + "/contents/file").status());
    assertEquals(
        400, server.json("PATCH", "objects/" + note + "/contents/native/lock", "{}").status());
    Answer deleted = server.delete("objects/" + note);
    assertEquals(400, deleted.status());
    assertEquals(1100, deleted.json().path("serviceErrorCode").asInt());
    server.as(CLERK);
    assertEquals(
        "{\"read\":[\"metadata\",\"object\"],\"write\":[\"metadata\",\"object\"],"
            + "\"delete\":[\"object\"]}",
        server
            .get("objects/" + invoice)
            .json()
            .path("objects")
            .path(0)
            .path("permissions")
            .toString());
    assertEquals(200, update(note, "noteTitle", "y").status());
    assertEquals("y", server.get("objects/" + note).property("noteTitle"));
  }

  @Test
  void creatingNeedsTheRightAtEveryWayIn() {
    server.as(READER);
    String insert =
        entry("system:objectTypeId", "accountingNote", "system:parentId", folder, "noteTitle", "x");
    assertEquals(
        "You may not create objects of the type File note.", server.objects(insert).failure());
    String scan = server.typeless(utf8("scan"));
    Answer typed = update(scan, "system:objectTypeId", "accountingNote", "noteTitle", "x");
    assertEquals("You may not create objects of the type File note.", typed.failure());
    assertTrue(
        update(scan, "system:objectTypeId", "contract").failure().contains("no object type"));
    assertEquals(List.of(scan), server.tray());
    assertEquals(204, server.delete("objects/" + scan).status(), "his own tray is his");
    assertEquals(
        "{}",
        server
            .get("objects/" + folder + "?includeAllowedChildObjectTypeIds=true")
            .json()
            .path("objects")
            .path(0)
            .path("allowedChildObjectTypeIds")
            .toString());
    server.as(CLERK);
    assertEquals(200, server.objects(insert).status());
    JsonNode children =
        server
            .get("objects/" + folder + "?includeAllowedChildObjectTypeIds=true")
            .json()
            .path("objects")
            .path(0)
            .path("allowedChildObjectTypeIds");
    assertTrue(children.has("262149"));
    assertFalse(children.has("262148"), "contracts");
  }

  @Test
  void theDefinitionShowsWhatMayBeSeenAndNeverTheRights() {
    server.as(CHIEF);
    String all = new String(server.get("schema/native").raw().body(), StandardCharsets.UTF_8);
    assertTrue(all.contains("\"contract\"") && all.contains("\"project\""));
    assertFalse(all.contains("chiefs") || all.contains("\"rights\""));
    server.as(READER);
    String some = new String(server.get("schema/native").raw().body(), StandardCharsets.UTF_8);
    assertFalse(some.contains("\"contract\"") || some.contains("\"project\""));
    assertTrue(some.contains("\"accountingNote\""));
    JsonNode types = server.get("schema").json().path("objectTypes");
    assertTrue(types.values().stream().noneMatch(it -> it.path("creatable").asBoolean()));
    assertFalse(types.toString().contains("contractNo"));
    assertTrue(server.get("schema?complete=true").json().toString().contains("contractNo"));
    server.as(STRANGER);
    assertEquals(0, server.get("schema").json().path("objectTypes").size());
  }

  @Test
  void aContainerGoesOnlyWhenEverythingInItMay() {
    String contract = contract();
    server.as(CLERK);
    Answer answer = server.delete("objects/" + folder + "?cascadeDelete=true");
    assertEquals(400, answer.status());
    assertEquals("Something in here must not be deleted by you.", answer.message());
    assertEquals(answer.message(), server.delete("objects/" + folder).message());
    server.as(CHIEF);
    assertEquals(200, server.get("objects/" + contract).status());
  }

  @Test
  void onlyASupervisorUndoesTheCheckOutOfOthers() {
    server.as(CHIEF);
    String note = note(folder);
    server.as(CLERK);
    String lock = "objects/" + note + "/contents/native/";
    assertEquals(204, server.json("PATCH", lock + "lock", "{}").status());
    server.as(CHIEF);
    assertTrue(update(note, "noteTitle", "y").failure().contains("checked out"));
    assertEquals(204, server.json("PATCH", lock + "unlock", "{}").status());
    assertEquals(204, server.json("PATCH", lock + "lock", "{}").status());
    server.as(CLERK);
    assertEquals(409, server.json("PATCH", lock + "unlock", "{}").status());
  }

  @Test
  void theRecycleBinNeedsRolesToBeEmptiedAndToShowWhatOthersDeleted() {
    server.as(CHIEF);
    String mine = note(folder);
    server.as(CLERK);
    String hers = note(folder);
    assertEquals(204, server.delete("objects/" + hers).status());
    Answer trash = server.delete("objects/" + hers + "/actions/trash");
    assertEquals(400, trash.status());
    assertEquals(1100, trash.json().path("serviceErrorCode").asInt());
    assertEquals(400, server.delete("objects/" + hers + "?hardDelete=true").status());
    String year = server.year(folder, "2030");
    String inYear = note(year);
    assertEquals(204, server.delete("objects/" + inYear).status());
    assertEquals(204, server.delete("objects/" + year).status());
    assertEquals(400, server.delete("objects/" + year + "/actions/trash").status());
    assertTrue(
        server
            .delete("objects/" + folder + "?hardDelete=true&cascadeDelete=true")
            .message()
            .contains("from the recycle bin for good"));
    assertEquals(200, put("POST", "objects/" + year + "/actions/trash/restore").status());
    assertEquals(200, put("POST", "objects/" + inYear + "/actions/trash/restore").status());
    assertEquals(204, server.delete("objects/" + inYear + "?hardDelete=true").status());
    assertEquals(List.of(hers), bin());
    server.as(CHIEF);
    assertEquals(204, server.delete("objects/" + mine).status());
    assertTrue(bin().containsAll(List.of(mine, hers)), "the bin of the system");
    assertEquals(200, server.get("objects/" + hers + "?garbageMode=true").status());
    server.as(CLERK);
    assertEquals(400, server.get("objects/" + mine + "?garbageMode=true").status());
    assertEquals(List.of(hers), bin());
    server.as(CHIEF);
    assertEquals(200, put("POST", "objects/" + hers + "/actions/trash/restore").status());
    assertEquals(204, server.delete("objects/" + mine + "/actions/trash").status());
    server.as(CLERK);
    assertEquals(200, server.get("objects/" + hers).status());
  }

  private static List<String> bin() {
    return server
        .json(
            "POST",
            "objects/search",
            "{'query':{'statement':'SELECT * FROM accountingNote',"
                + "'handleDeletedDocuments':'DELETED_DOCUMENTS_ONLY'}}")
        .all("system:objectId");
  }

  @Test
  void whatOneMayNotSeeIsNoPlaceAndNoSource() {
    String contract = contract();
    server.as(CLERK);
    Answer reference =
        server.objects(
            entry(
                "system:OBJECT_FOREIGNID",
                contract,
                "system:OBJECT_SYSTEMID",
                "0",
                "system:objectTypeId",
                "accountingNote",
                "system:parentId",
                folder,
                "noteTitle",
                "x"));
    assertTrue(reference.failure().contains("does not exist"), reference.failure());
    server.as(CHIEF);
    String project =
        server.insert(
            "system:objectTypeId", "project", "projectName", "P", "projectNo", "P" + ++number);
    String note = note(folder);
    server.as(CLERK);
    assertEquals(
        "There is no folder or register " + project + ".",
        update(note, "system:parentId", project).failure());
  }

  @Test
  void anotherCabinetNeedsItsRole() {
    server.as(CHIEF);
    String note = note(folder);
    String project =
        server.insert(
            "system:objectTypeId", "project", "projectName", "P", "projectNo", "P" + ++number);
    String[] move = {
      "system:objectTypeId", "projectNote", "system:parentId", project, "projectNoteTitle", "x"
    };
    server.as("dora:geheim");
    assertTrue(update(note, move).failure().contains("may not move documents to another cabinet"));
    server.as(CLERK);
    assertTrue(update(note, move).failure().contains("no object type projectNote"));
    server.as(CHIEF);
    assertEquals(200, update(note, move).status());
  }
}
