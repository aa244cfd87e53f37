package org.kontor.local.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.text.Texts;

/** Reading definition files: tolerant in form, strict in what contradicts itself. */
final class DefinitionReaderTest {
  @TempDir private Path folder;

  private static final String GOOD =
      """
      {"asobjdef": {"cabinet": {
        "internal": "suppliers", "name": "Lieferanten",
        "object": [
          {"internal": "supplier", "maintype": "0", "ids": {"oid": "7"},
           "limited_objects": {"limited_object": {"type": "262211", "max": "3"}},
           "fields": {"field": {"internal": "name", "flags": {"required": "1"}}}},
          {"internal": "supplierInvoice", "maintype": "4", "ids": {"oid": "262211"},
           "limited_objects": null,
           "fields": {"field": [
             {"internal": "invoiceNo", "flags": {"dt": "X", "length": "20", "keyfield": "1"}},
             {"internal": "PageCtrl1", "page": {"fields": {"field":
               {"internal": "due", "fieldname": "datum1", "flags": {"dt": "D"}}}}},
             {"internal": "kind", "flags": {"datatype": "text"}, "init": "a",
              "catalog": {"kind": "tree", "entry": {"value": "a", "entry": [{"value": "b"}]}}}
           ]}}
        ]}}}
      """;

  private Definition read(String json) throws IOException, DefinitionException {
    return DefinitionReader.read(Files.writeString(folder.resolve("types.json"), json));
  }

  @Test
  void readsTheReferencesShapeAndLoneObjectsAsLists() throws Exception {
    Definition definition = read(GOOD);
    ObjectType folderType = definition.type("SUPPLIER").orElseThrow();
    ObjectType invoice = definition.type("262211").orElseThrow();
    assertEquals(Kind.FOLDER, folderType.kind());
    assertEquals(3, folderType.limit(invoice).orElseThrow());
    assertEquals(DataType.DATE, invoice.field("due").orElseThrow().type());
    assertTrue(invoice.field("InvoiceNo").orElseThrow().key());
    assertEquals(2, invoice.field("kind").orElseThrow().catalog().orElseThrow().values().size());
    assertTrue(
        new String(definition.nativeJson(), StandardCharsets.UTF_8)
            .startsWith("{\"lastModificationDate\":\"20"));
  }

  private void assertFault(String from, String to, int line, String reason) {
    assertTrue(GOOD.contains(from), from);
    DefinitionException fault =
        assertThrows(DefinitionException.class, () -> read(GOOD.replace(from, to)));
    String sentence = Texts.render(fault.sentence(), Locale.ENGLISH);
    assertEquals(line, fault.line(), sentence);
    assertTrue(fault.column() > 0);
    assertTrue(sentence.contains("types.json, line " + line + ", column "), sentence);
    assertTrue(sentence.contains(reason), sentence);
  }

  @Test
  void internalNamesHaveAtMostAHundredCharacters() throws Exception {
    String longest = "n".repeat(100);
    assertTrue(
        read(GOOD.replace("\"invoiceNo\"", '"' + longest + '"'))
            .type("262211")
            .orElseThrow()
            .field(longest)
            .isPresent());
    for (String name : new String[] {"\"invoiceNo\"", "\"supplierInvoice\"", "\"suppliers\""}) {
      DefinitionException fault =
          assertThrows(
              DefinitionException.class, () -> read(GOOD.replace(name, '"' + longest + "n\"")));
      String sentence = Texts.render(fault.sentence(), Locale.ENGLISH);
      assertTrue(sentence.contains("at most 100 characters"), sentence);
    }
  }

  @Test
  void faultsAreToldWithFileLineAndReason() {
    assertFault("\"dt\": \"D\"}}}}},", "\"dt\": \"D\"}}}},", 13, "not valid JSON");
    assertFault("\"oid\": \"262211\"", "\"oid\": \"262x\"", 7, "oid must be a whole number");
    assertFault("\"oid\": \"262211\"", "\"oid\": \"9\"", 7, "does not fit the main type 4");
    assertFault("\"type\": \"262211\"", "\"type\": \"262212\"", 5, "unknown type 262212");
    assertFault("\"datatype\": \"text\"", "\"datatype\": \"TEXTE\"", 13, "TEXTE is unknown");
    assertFault("\"internal\": \"kind\"", "\"internal\": \"DUE\"", 13, "DUE occurs twice");
    assertFault("\"init\": \"a\"", "\"init\": \"z\"", 13, "z is not in the catalog");
    assertFault(
        "\"internal\": \"supplierInvoice\"", "\"internal\": \"Supplier\"", 7, "already belongs");
    assertFault("\"internal\": \"invoiceNo\", ", "", 10, "internal is missing");
    assertFault("\"maintype\": \"0\"", "\"maintype\": \"12\"", 4, "unknown main type 12");
    assertFault("\"kind\": \"tree\"", "\"kind\": \"bush\"", 14, "bush is unknown");
    assertFault("\"length\": \"20\"", "\"length\": \"-1\"", 10, "length must be a whole number");
    assertFault("\"name\": \"Lieferanten\"", "\"internal\": \"x\"", 2, "internal is written twice");
    assertFault("\"asobjdef\"", "\"asobjdeff\"", 1, "asobjdef is missing");
  }

  private static final String RIGHTS =
      """
      {"asobjdef": {"rights": {"group":
        {"name": "clerks", "member": ["anna", "ben"], "role": "emptyBin",
         "grant": [
           {"cabinet": "SUPPLIERS", "allow": ["see", "Create"]},
           {"type": "supplierInvoice", "allow": "see",
            "where": {"field": "KIND", "value": ["b", ""]}}]}},
      """;

  private static String withRights(String rights) {
    return GOOD.replace("{\"asobjdef\": {", rights.stripTrailing());
  }

  @Test
  void rightsAreThoseOfAllGroupsOfAnAccount() throws Exception {
    Definition definition = read(withRights(RIGHTS));
    Rights anna = definition.rights("anna");
    assertTrue(anna.always(Right.SEE, 7) && anna.always(Right.CREATE, 7));
    assertFalse(anna.sometimes(Right.WRITE, 7));
    assertTrue(anna.sometimes(Right.SEE, 262211) && !anna.always(Right.SEE, 262211));
    assertFalse(anna.sometimes(Right.CREATE, 262211), "the type stands for the cabinet");
    assertTrue(anna.has(Role.EMPTY_BIN) && !anna.has(Role.SUPERVISOR));
    AccessClause clause = anna.clauses(Right.SEE, 262211).getFirst();
    assertEquals(Set.of("b"), clause.values());
    assertTrue(clause.orEmpty() && clause.admits(Map.of()));
    assertFalse(definition.rights("carla").sometimes(Right.SEE, 7));
    assertTrue(read(GOOD).rights("carla").unlimited());
    String all = withRights(RIGHTS.replace("[\"anna\", \"ben\"]", "\"*\""));
    assertTrue(read(all).rights("carla").always(Right.SEE, 7));
    assertFalse(new String(definition.nativeJson(), StandardCharsets.UTF_8).contains("anna"));
  }

  private void assertRightsFault(String from, String to, int line, String reason) {
    assertTrue(RIGHTS.contains(from), from);
    DefinitionException fault =
        assertThrows(DefinitionException.class, () -> read(withRights(RIGHTS.replace(from, to))));
    String sentence = Texts.render(fault.sentence(), Locale.ENGLISH);
    assertEquals(line, fault.line(), sentence);
    assertTrue(sentence.contains(reason), sentence);
  }

  @Test
  void faultsOfRightsAreToldWithTheirLine() {
    assertRightsFault("\"Create\"", "\"creat\"", 4, "The right creat is unknown");
    assertRightsFault("\"emptyBin\"", "\"boss\"", 2, "The role boss is unknown");
    assertRightsFault("SUPPLIERS", "people", 4, "the unknown cabinet people");
    assertRightsFault("supplierInvoice", "invoice", 5, "the unknown type invoice");
    assertRightsFault("KIND", "colour", 6, "names the field colour");
    assertRightsFault("\"b\"", "\"z\"", 6, "z is not in the catalog");
    assertRightsFault("\"value\": [\"b\", \"\"]", "\"values\": 1", 6, "value is missing");
    assertRightsFault("\"type\": \"supplierInvoice\",", "", 5, "either a cabinet or a type");
    assertRightsFault(
        "\"type\": \"supplierInvoice\"", "\"cabinet\": \"suppliers\"", 5, "needs a type");
    assertRightsFault("\"name\": \"clerks\", ", "", 2, "name is missing");
    assertRightsFault("[\"anna\", \"ben\"]", "[{}]", 2, "must be a text");
  }

  @Test
  void twoTypesOfOneNumberAreRefused() {
    String twice =
        GOOD.replace(
            "\"object\": [",
            "\"object\": [\n{\"internal\": \"x\", \"maintype\": 4, \"ids\": {\"oid\": 262211}},");
    DefinitionException fault = assertThrows(DefinitionException.class, () -> read(twice));
    assertEquals(8, fault.line());
    assertTrue(
        Texts.render(fault.sentence(), Locale.GERMAN).contains("262211 von supplierInvoice"));
  }

  @Test
  void aMissingFileIsToldWithItsName() {
    Path nowhere = folder.resolve("nowhere.json");
    DefinitionException fault =
        assertThrows(DefinitionException.class, () -> DefinitionReader.read(nowhere));
    assertTrue(Texts.render(fault.sentence(), Locale.ENGLISH).contains("nowhere.json"));
  }

  @Test
  void theDemoDefinitionHasEveryKindOfFieldInBothLanguages() {
    Definition definition = DefinitionReader.demo();
    assertEquals(2, definition.cabinets().size());
    assertTrue(definition.types().stream().filter(it -> it.kind() == Kind.DOCUMENT).count() >= 8);
    for (DataType type : DataType.values()) {
      assertTrue(
          definition.types().stream()
              .flatMap(it -> it.fields().stream())
              .anyMatch(it -> it.type() == type),
          type.name());
    }
    ObjectType invoice = definition.type("supplierInvoice").orElseThrow();
    assertEquals("Eingangsrechnung", invoice.names().in(Locale.GERMAN));
    assertEquals("Supplier invoice", invoice.names().in(Locale.ENGLISH));
    assertEquals(
        "Eingangsrechnung", invoice.names().in(Locale.FRENCH), "the default name is German");
  }
}
