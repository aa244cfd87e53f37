package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;
import static org.kontor.local.Server.with;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.ServiceVersion;
import tools.jackson.databind.JsonNode;

/** The server as an older service lacks what came later (reference 1.3). */
final class OlderServiceTest {
  private static final String FILE = "0";
  private static final String YEAR = "6488064";
  private static final String INVOICE = "262145";

  @TempDir private Path data;

  private Server service(String version) {
    return Server.start(
        data.resolve(version), Behaviour.of(ServiceVersion.of(version).orElseThrow()));
  }

  private static String folder(Server server, String number) {
    Answer answer =
        server.multipart(
            "objects",
            "{'objects':["
                + entry("system:objectTypeId", FILE, "supplierName", "A", "supplierNo", number)
                + "]}",
            Map.of());
    assertEquals(200, answer.status(), answer.json().toString());
    return answer.id();
  }

  private static String invoice(String parent, String number) {
    return entry(
        "system:objectTypeId",
        INVOICE,
        "system:parentId",
        parent,
        "invoiceNo",
        number,
        "invoiceDate",
        "2026-02-03",
        "invoiceSupplier",
        "M",
        "grossAmount",
        "1");
  }

  @Test
  void theFirstServiceKnowsNeitherTrayNorMovesNorPlainJson() {
    try (Server server = service("3.0.0")) {
      String first = folder(server, "L-1");
      assertEquals(415, server.objects(invoice(first, "R-1")).status());
      assertEquals(422, server.multipart("objects", Server.TYPELESS, Map.of()).status());
      Answer inserted =
          server.multipart(
              "objects?minimalResponse=true",
              "{'objects':[" + invoice(first, "R-1") + "]}",
              Map.of());
      assertEquals("R-1", inserted.property("invoiceNo"), "minimalResponse is not known yet");
      assertFalse(inserted.json().has("totalNumItems"));
      assertFalse(inserted.json().toString().contains("localName"));
      String id = inserted.id();
      String move = "{'objects':[" + entry("system:parentId", first) + "]}";
      assertEquals(422, server.json("PATCH", "objects/" + id, move).status());
      assertEquals(400, server.search("SELECT * FROM system:tray").status());
      assertEquals(404, server.get("objects/" + id + "/history").status());
      String note = "{'objects':[" + entry("action", "470", "details", "x") + "]}";
      assertEquals(404, server.json("POST", "objects/" + id + "/history", note).status());
      assertEquals(404, server.get("objects/" + id + "/versions").status());
      assertEquals(404, server.get("objects/" + id + "/contents/renditions/text").status());
      assertEquals(405, server.delete("objects/" + id + "/contents/file").status());
      assertEquals(
          404, server.json("PATCH", "objects/" + id + "/contents/native/lock", "").status());
      assertEquals(404, server.delete("objects/" + id + "/actions/trash").status());
      Answer hit = server.search("SELECT invoiceNo FROM supplierInvoice");
      assertEquals("M", hit.property("invoiceSupplier"), "hits tell more than asked for");
      assertEquals("demo", hit.property("system:createdBy"));
      assertFalse(hit.json().has("hasMoreItems"));
    }
  }

  @Test
  void typeNamesChildCountsAndOptionsCameInVersionFive() {
    String children = "?includeAllowedChildObjectTypeIds=true";
    try (Server server = service("4.0.2")) {
      String folder = folder(server, "L-1");
      String id = server.objects(invoice(folder, "R-1")).id();
      Answer named =
          server.objects(
              entry("system:objectTypeId", "fiscalYear", "system:parentId", folder, "year", "1"));
      assertEquals(422, named.status());
      assertTrue(named.failure().contains("fiscalYear"), named.failure());
      JsonNode allowed = server.get("objects/" + folder + children).json().path("objects").get(0);
      assertTrue(allowed.path("allowedChildObjectTypeIds").isArray(), allowed.toString());
      String year =
          server
              .objects(
                  entry("system:objectTypeId", YEAR, "system:parentId", folder, "year", "2025"))
              .id();
      Answer unseen =
          server.objects(
              with(
                  entry("system:objectId", id, "system:parentId", year, "system:FOLDERID", folder),
                  "'options':{'LINKDOCUMENT':1}"));
      assertEquals(200, unseen.status());
      assertEquals(
          1,
          server.find("SELECT system:SDSTA_ID FROM supplierInvoice").size(),
          "an option that is not known moves instead of linking");
      Answer reference =
          server.objects(
              entry(
                  "system:objectTypeId",
                  INVOICE,
                  "system:parentId",
                  folder,
                  "system:OBJECT_FOREIGNID",
                  id,
                  "system:OBJECT_SYSTEMID",
                  "0"));
      assertEquals(422, reference.status());
      assertEquals(404, server.get("objects/" + id + "/contents/renditions/text").status());
    }
    try (Server server = service("5.0.0")) {
      String folder = folder(server, "L-1");
      JsonNode allowed = server.get("objects/" + folder + children).json().path("objects").get(0);
      assertTrue(allowed.path("allowedChildObjectTypeIds").isObject());
      String id = server.objects(invoice(folder, "R-1")).id();
      Answer link =
          server.objects(
              with(
                  entry("system:objectId", id, "system:parentId", folder),
                  "'options':{'LINKDOCUMENT':1}"));
      assertTrue(link.failure().contains("LINKDOCUMENT"), link.failure());
    }
  }

  @Test
  void rowsAreAddedUnlessToldOtherwiseBeforeTablesWereReplaced() {
    String rows = "'invoiceItems':{'columnNames':['itemArticle'],'value':[['Toner']]}";
    for (String version : new String[] {"3.3.0", "4.0.2"}) {
      try (Server server = service(version)) {
        String id = server.objects(invoice(folder(server, "L-1"), "R-1")).id();
        String update =
            "{'objects':[{'properties':{"
                + rows.replace("itemArticle", column(server)).replace("invoiceItems", table(server))
                + "}}]}";
        assertEquals(200, server.json("PATCH", "objects/" + id, update).status(), update);
        Answer twice = server.json("PATCH", "objects/" + id, update);
        JsonNode value = twice.json().path("objects").get(0).path("properties").path(table(server));
        assertEquals(version.equals("3.3.0") ? 2 : 1, value.path("value").size(), version);
      }
    }
  }

  private static JsonNode tableField(Server server) {
    for (JsonNode type : server.get("schema").json().path("objectTypes").values()) {
      for (JsonNode field : type.path("fields").values()) {
        if (type.path("localName").asString().equals("supplierInvoice")
            && field.path("propertyType").asString().equals("table")) {
          return field;
        }
      }
    }
    throw new AssertionError("no table");
  }

  private static String table(Server server) {
    return tableField(server).path("id").asString();
  }

  private static String column(Server server) {
    return tableField(server).path("columnDefinitions").get(0).path("id").asString();
  }

  @Test
  void aMoveNamesItsParentAndChangesNothingElseBefore651() {
    try (Server server = service("6.5.0")) {
      String folder = server.folder("L-1");
      String year = server.year(folder, "2025");
      String id = server.invoice(folder, "R-1");
      assertEquals(
          422, server.objects(entry("system:objectId", id, "system:parentId", year)).status());
      String[] move = {"system:objectId", id, "system:parentId", year, "system:FOLDERID", folder};
      Answer both =
          server.objects(
              entry(
                  "system:objectId",
                  id,
                  "system:parentId",
                  year,
                  "system:FOLDERID",
                  folder,
                  "invoiceSupplier",
                  "X"));
      assertEquals(422, both.status());
      assertTrue(both.failure().contains("in one step"), both.failure());
      assertEquals(200, server.objects(entry(move)).status());
      assertEquals(
          1, server.find("SELECT * FROM supplierInvoice WHERE system:SDREG_ID = " + year).size());
    }
  }

  @Test
  void theDefinitionIsSentAgainBefore620AndInGermanBefore600() {
    String[] versions = {"5.5.0", "6.1.0", "6.2.0"};
    int[] expected = {200, 200, 304};
    for (int i = 0; i < versions.length; i++) {
      try (Server server = service(versions[i])) {
        String date = server.get("schema/native").json().path("lastModificationDate").asString();
        HttpRequest again =
            server
                .request("schema/native")
                .header("If-None-Match", Base64.getEncoder().encodeToString(Server.utf8(date)))
                .build();
        assertEquals(expected[i], server.send(again).status(), versions[i]);
        String name =
            server.get("schema").json().path("objectTypes").get(0).path("displayName").asString();
        assertEquals(i == 0 ? "Lieferantenakte" : "Supplier file", name, versions[i]);
        assertEquals(
            versions[i],
            server.get("info/native").json().path("service").path("version").asString());
      }
    }
  }

  @Test
  void theTotalIsALowerBoundBefore680() {
    try (Server server = service("6.5.4")) {
      String folder = server.folder("L-1");
      for (int i = 0; i < 5; i++) {
        server.invoice(folder, "R-" + i);
      }
      Answer page = server.page("SELECT * FROM supplierInvoice", 1, 2);
      assertEquals(4, page.json().path("totalNumItems").asInt());
      assertTrue(page.json().path("hasMoreItems").asBoolean());
      assertEquals(
          5, server.search("SELECT * FROM supplierInvoice").json().path("totalNumItems").asInt());
    }
  }
}
