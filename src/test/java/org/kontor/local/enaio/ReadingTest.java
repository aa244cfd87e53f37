package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.entry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Reading;
import tools.jackson.databind.JsonNode;

/** The server in the other readings of what the reference leaves open (chapter 7). */
final class ReadingTest {
  private static final String BY_TABLE = "SELECT * FROM system:tray";
  private static final String BY_PARENT =
      "SELECT * FROM system:object WHERE system:parentId = 'system:tray'";

  @TempDir private Path data;
  private int started;

  private Server reading(Reading... readings) {
    return Server.start(data.resolve(Integer.toString(started++)), Behaviour.of(readings));
  }

  @Test
  void everyReadingIsFoundByItsName() {
    for (Reading reading : Reading.values()) {
      assertEquals(reading, Reading.of(reading.publicName()).orElseThrow());
    }
    assertTrue(Reading.of("nonsense").isEmpty());
  }

  @Test
  void theTrayIsListedInOneWayOnly() {
    try (Server server = reading(Reading.TRAY_BY_PARENT)) {
      String id = server.typeless(new byte[3]);
      assertEquals(List.of(id), server.find(BY_PARENT));
      assertEquals(400, server.search(BY_TABLE).status());
    }
    try (Server server = reading(Reading.TRAY_BY_TABLE, Reading.TYPELESS_AS_NUMBER)) {
      String id = server.typeless(new byte[3]);
      assertEquals(List.of(id), server.find(BY_TABLE));
      assertEquals(400, server.search(BY_PARENT).status());
      assertEquals("13107217", server.search(BY_TABLE).property("system:objectTypeId"));
      assertEquals("13107217", server.get("objects/" + id).property("system:objectTypeId"));
    }
  }

  @Test
  void childrenAreFoundInOneWayOnly() {
    String zero =
        "SELECT * FROM supplierInvoice WHERE system:SDSTA_ID = @f AND system:SDREG_ID = 0";
    String none = zero.replace("= 0", "IS NULL");
    String parent = "SELECT * FROM supplierInvoice WHERE system:parentId = @f";
    String ids = zero.replace("SDSTA_ID", "FOLDERID").replace("SDREG_ID", "REGISTERID");
    Map<Reading, List<String>> fit =
        Map.of(
            Reading.NO_REGISTER_IS_ZERO, List.of(zero, parent, ids),
            Reading.NO_REGISTER_IS_NULL, List.of(none, parent),
            Reading.PLACE_BY_PARENT_IDS, List.of(ids, parent),
            Reading.PARENT_NOT_SEARCHABLE, List.of(zero, none, ids));
    fit.forEach(
        (reading, found) -> {
          try (Server server = reading(reading)) {
            String folder = server.folder("L-1");
            server.invoice(server.year(folder, "2025"), "R-2");
            String id = server.invoice(folder, "R-1");
            for (String statement : List.of(zero, none, parent, ids)) {
              Answer answer = server.search(statement, "f", folder);
              List<String> expected = found.contains(statement) ? List.of(id) : List.of();
              assertEquals(expected, answer.all("system:objectId"), reading + ": " + statement);
            }
          }
        });
  }

  @Test
  void lockedDocumentsAreFoundInOneWayOnly() {
    String byTable = "SELECT * FROM system:locked";
    String byColumn =
        "SELECT * FROM supplierInvoice WHERE system:versionSeriesLockedBy IS NOT NULL";
    for (Reading reading : List.of(Reading.LOCKED_BY_TABLE, Reading.LOCKED_BY_COLUMN)) {
      try (Server server = reading(reading)) {
        String id = server.invoice(server.folder("L-1"), "R-1");
        server.invoice(server.folder("L-2"), "R-2");
        server.json("PATCH", "objects/" + id + "/contents/native/lock", "");
        boolean table = reading == Reading.LOCKED_BY_TABLE;
        assertEquals(List.of(id), server.find(table ? byTable : byColumn));
        assertEquals(400, server.search(table ? byColumn : byTable).status());
      }
    }
  }

  @Test
  void pagesMayBeSmallAndTotalsLowerBounds() {
    try (Server server = reading(Reading.SMALL_PAGES, Reading.TOTAL_LOWER_BOUND)) {
      String folder = server.folder("L-1");
      String[] entries = new String[60];
      for (int i = 0; i < entries.length; i++) {
        entries[i] =
            entry("system:objectTypeId", "fiscalYear", "system:parentId", folder, "year", "" + i);
      }
      assertEquals(200, server.objects(entries).status());
      Answer page = server.page("SELECT * FROM fiscalYear", 0, 55);
      assertEquals(50, page.all("system:objectId").size());
      assertTrue(page.json().path("hasMoreItems").asBoolean());
      assertEquals(51, page.json().path("totalNumItems").asInt());
    }
  }

  @Test
  void theDefinitionMayLookDifferent() {
    try (Server server = reading(Reading.SCHEMA_BARE_ELEMENTS, Reading.SCHEMA_OTHER_NAMES)) {
      JsonNode json = server.get("schema/native").json();
      String text = json.toString();
      assertFalse(text.matches("(?s).*\\[\\{[^\\[\\]{}]*\\}\\].*"), "a list of one element");
      assertTrue(text.contains("\"maxlength\":\"80\"") && text.contains("\"key\":\"1\""));
      assertTrue(text.contains("\"item\":[") && !text.contains("\"catalog\""));
      JsonNode limits = json.path("asobjdef").path("cabinet").get(0).path("object").get(0);
      assertTrue(limits.path("limited_objects").path("limited_object").isObject());
    }
    try (Server server = reading(Reading.SCHEMA_PLAIN_ONLY)) {
      assertEquals(404, server.get("schema/native").status());
      assertEquals(200, server.get("schema").status());
    }
  }

  @Test
  void childTypesMayStandElsewhere() {
    String children = "?includeAllowedChildObjectTypeIds=true";
    String name = "allowedChildObjectTypeIds";
    try (Server server = reading(Reading.CHILDREN_IN_PROPERTIES, Reading.CHILDREN_BY_NAME)) {
      Answer answer = server.get("objects/" + server.folder("L-1") + children);
      JsonNode object = answer.json().path("objects").get(0);
      assertFalse(object.has(name));
      JsonNode count = object.path("properties").path(name).path("supplierInvoice");
      assertEquals(-1, count.path("maxCount").asInt());
    }
    try (Server server = reading(Reading.CHILDREN_AS_LIST)) {
      Answer answer = server.get("objects/" + server.folder("L-1") + children);
      JsonNode first = answer.json().path("objects").get(0).path(name).get(0);
      assertTrue(first.has("objectTypeId") && first.has("maxCount"), answer.json().toString());
    }
  }

  @Test
  void objectsMayBeWrittenDifferently() {
    try (Server server =
        reading(
            Reading.CREATED_201,
            Reading.RIGHTS_AS_ACL,
            Reading.VALUES_AS_JSON_TYPES,
            Reading.ROWS_AS_OBJECTS,
            Reading.BASE_TYPE_SMALL)) {
      Answer folder =
          server.objects(
              entry("system:objectTypeId", "supplierFile", "supplierName", "A", "supplierNo", "1"));
      assertEquals(201, folder.status());
      Answer invoice =
          server.objects(
              "{'properties':{'system:objectTypeId':{'value':'supplierInvoice'},"
                  + "'system:parentId':{'value':'"
                  + folder.id()
                  + "'},"
                  + "'invoiceNo':{'value':'R-1'},'invoiceDate':{'value':'2026-01-01'},"
                  + "'invoiceSupplier':{'value':'M'},'grossAmount':{'value':'1.50'},"
                  + "'directDebit':{'value':'1'},'bookingPeriod':{'value':'3'},"
                  + "'positions':{'value':[['Toner','2']]}}}");
      JsonNode object = invoice.json().path("objects").get(0);
      assertTrue(object.has("acl") && !object.has("permissions"), invoice.json().toString());
      JsonNode properties = object.path("properties");
      assertTrue(properties.path("system:objectId").path("value").isNumber());
      assertEquals("document", invoice.property("system:baseTypeId"));
      assertTrue(properties.path("grossAmount").path("value").isNumber());
      assertTrue(properties.path("bookingPeriod").path("value").isNumber());
      assertTrue(properties.path("directDebit").path("value").isBoolean());
      assertTrue(properties.path("invoiceNo").path("value").isString());
      assertTrue(properties.path("positions").path("value").get(0).isObject());
      assertEquals(
          200, server.objects(entry("system:objectId", folder.id(), "supplierName", "B")).status());
    }
    try (Server server = reading(Reading.BASE_TYPE_PREFIXED)) {
      String id = server.folder("L-1");
      assertEquals("system:folder", server.get("objects/" + id).property("system:baseTypeId"));
    }
  }

  @Test
  void errorsAndInfoMayBeOfLittleHelp() {
    try (Server server = reading(Reading.ERRORS_PLAIN, Reading.INFO_EMPTY)) {
      Answer missing = server.get("objects/77");
      assertEquals(404, missing.status());
      String body = new String(missing.raw().body(), StandardCharsets.UTF_8);
      assertTrue(body.contains("77") && !body.contains("{"), body);
      assertTrue(server.get("info/native").json().isEmpty());
    }
    try (Server server = reading(Reading.ERRORS_HTML, Reading.INFO_WITHOUT_VERSION)) {
      String body = new String(server.get("objects/77").raw().body(), StandardCharsets.UTF_8);
      assertTrue(body.startsWith("<!doctype html>"), body);
      JsonNode service = server.get("info/native").json().path("service");
      assertEquals("dms", service.path("name").asString());
      assertFalse(service.has("version"));
    }
    try (Server server = reading(Reading.ERRORS_NESTED)) {
      JsonNode error = server.get("objects/77").json();
      assertEquals(1001, error.path("innerError").path("serviceErrorCode").asInt());
    }
  }

  @Test
  void theApiMayLieElsewhere() {
    try (Server server = reading(Reading.PATH_DMS)) {
      assertEquals(404, server.get("schema").status());
      assertEquals(200, server.get("../../dms/schema").status());
    }
  }
}
