package org.kontor.enaio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.http.HttpFailure;
import org.kontor.http.Json;
import org.kontor.model.Catalog;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.MainType;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/** The object definition in the shapes that reference 3.9 knows or leaves open (G7). */
final class SchemaReaderTest {
  private static Schema read(String json) throws HttpFailure.SenselessAnswer {
    return SchemaReader.read(Json.read(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static ObjectType invoice(String fields) throws HttpFailure.SenselessAnswer {
    Schema schema =
        read(
            """
            {"asobjdef":{"cabinet":[{"name":"S","internal":"s","object":[
              {"name":"F","internal":"f","maintype":"0","ids":{"oid":"3"}},
              {"name":"I","internal":"i","maintype":"4","ids":{"oid":"262211"},
               "limited_objects":null,"fields":{"field":%s}}]}]}}
            """
                .formatted(fields));
    return schema.typeNamed("i").orElseThrow();
  }

  private static FieldDefinition field(String json) throws HttpFailure.SenselessAnswer {
    return invoice(json).fields().getFirst();
  }

  @Test
  void readsTheReferencesExample() throws Exception {
    ObjectType type =
        invoice(
            """
            [{"name":"Invoice no.","internal":"invoiceNo","fieldname":"feld1",
              "flags":{"required":"1"}},
             {"name":"PageCtrl","internal":"PageCtrl1","page":[
               {"name":"More","fields":{"field":
                 {"name":"Due","internal":"due","fieldname":"datum1","flags":{}}}}]}]
            """);
    assertEquals(
        List.of("invoiceNo", "due"), type.fields().stream().map(FieldDefinition::name).toList());
    assertTrue(type.fields().getFirst().required());
    assertInstanceOf(FieldType.Text.class, type.fields().getFirst().type());
    assertInstanceOf(FieldType.Date.class, type.fields().getLast().type());
    assertEquals("More", type.fields().getLast().page().orElseThrow().fallback());
    assertEquals(Optional.of(MainType.ANY_FILE), type.mainType());
  }

  @ParameterizedTest
  @CsvSource({
    "'\"datatype\":\"TEXT\",\"length\":\"12\"', x, Text",
    "'\"datatype\":\"INTEGER\"', x, WholeNumber",
    "'\"datatype\":\"decimal\"', x, Decimal",
    "'\"datatype\":\"DATE\"', x, Date",
    "'\"datatype\":\"DATETIME\"', x, DateTime",
    "'\"datatype\":\"BOOLEAN\",\"dt\":\"9\"', x, YesNo",
    "'\"datatype\":\"TABLE\"', x, Table",
    "'\"dt\":\"A\"', zahl1, Text",
    "'\"dt\":\"X\",\"control_type\":\"CHECKBOX\"', feld1, YesNo",
    "'\"dt\":\"D\"', feld1, Date",
    "'\"dt\":\"I\"', feld1, WholeNumber",
    "'\"dt\":\"9\"', feld1, WholeNumber",
    "'\"dt\":\"#\"', feld1, Decimal",
    "'\"dt\":\"W\"', feld1, Table",
    "'\"dt\":\"?\"', datum7, Date",
    "'', zahl1, WholeNumber",
    "'', list2, Table",
    "'', feld9, Text"
  })
  void tellsTheKindOfValue(String flags, String column, String expected) throws Exception {
    FieldDefinition field =
        field(
            "{\"name\":\"N\",\"internal\":\"n\",\"fieldname\":\"%s\",\"flags\":{%s}}"
                .formatted(column, flags));
    assertEquals(expected, field.type().getClass().getSimpleName());
  }

  @Test
  void readsLengthFlagsAndInitialValues() throws Exception {
    FieldDefinition field =
        field(
            """
            {"name":"N","internal":"n","init":"start","tooltip":"Hint",
             "tooltips":{"name":[{"lang_id":"9","value":"Hint in English"}]},
             "flags":{"dt":"X","length":40,"required":true,"readonly":"1","keyfield":1}}
            """);
    assertEquals(new FieldType.Text(40), field.type());
    assertTrue(field.required() && field.readOnly() && field.key());
    assertEquals(Optional.of(FieldValue.of("start")), field.initialValue());
    assertEquals("Hint in English", field.tooltip().orElseThrow().in(Locale.ENGLISH));
    assertEquals("Hint", field.tooltip().orElseThrow().in(Locale.GERMAN));
    FieldDefinition today =
        field("{\"internal\":\"n\",\"init\":\"#TODAY#\",\"flags\":{\"dt\":\"D\"}}");
    assertEquals(Optional.empty(), today.initialValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":[{\"lang_id\":\"7\",\"value\":\"Nummer\"},"
            + "{\"lang_id\":9,\"value\":\"Number\"}]}",
        "{\"name\":[{\"lang_id\":\"1031\",\"name\":\"Nummer\"},"
            + "{\"lang_id\":\"1033\",\"name\":\"Number\"}]}",
        "[{\"lang_id\":\"7\",\"#text\":\"Nummer\"},{\"lang_id\":\"9\",\"#text\":\"Number\"}]",
        "{\"7\":\"Nummer\",\"9\":\"Number\"}",
        "{\"de-DE\":\"Nummer\",\"en\":\"Number\"}"
      })
  void namesComeInSeveralShapes(String names) throws Exception {
    FieldDefinition field =
        field(
            "{\"name\":\"N\",\"internal\":\"n\",\"names\":" + names + ",\"flags\":{\"dt\":\"X\"}}");
    assertEquals("Nummer", field.label().in(Locale.GERMAN));
    assertEquals("Number", field.label().in(Locale.US));
    assertEquals("N", field.label().in(Locale.FRENCH));
  }

  @Test
  void aSingleNameMayBeABareObject() throws Exception {
    FieldDefinition field =
        field(
            """
            {"name":"N","internal":"n","names":{"name":{"lang_id":"7","value":"Nummer"}},
             "flags":{"dt":"X"}}
            """);
    assertEquals(Map.of("de", "Nummer"), field.label().byLanguage());
  }

  @Test
  void catalogsMayBeTreesAndTakeSeveralValues() throws Exception {
    FieldDefinition field =
        field(
            """
            {"internal":"n","flags":{"dt":"X"},"init":"a|c",
             "catalog":{"kind":"hierarchy","multiselect":"1","entry":[
               {"value":"g","names":{"name":{"lang_id":"9","value":"Group"}},
                "entry":[{"value":"a"},{"value":"b","name":"B"}]},
               "c"]}}
            """);
    FieldType.Choice choice = assertInstanceOf(FieldType.Choice.class, field.type());
    assertTrue(choice.multiple());
    assertEquals(Catalog.Shape.HIERARCHY, choice.catalog().kind());
    assertEquals(
        List.of("a", "b", "c"), choice.catalog().choices().map(Catalog.Entry::value).toList());
    assertEquals("Group", choice.catalog().entries().getFirst().label().in(Locale.ENGLISH));
    assertEquals(Optional.of(new FieldValue.Multiple(List.of("a", "c"))), field.initialValue());
  }

  @Test
  void fieldsStandInTabOrderAndDecorationsAreLeftOut() throws Exception {
    ObjectType type =
        invoice(
            """
            [{"internal":"second","taborder":"2","flags":{"dt":"X"}},
             {"internal":"last","flags":{"dt":"X"}},
             {"internal":"line","flags":{}},
             {"name":"label without a name"},
             {"internal":"pages","page":{"name":"P","fields":{"field":
               {"internal":"onPage","taborder":"0","flags":{"dt":"X"}}}}},
             {"internal":"first","taborder":1,"flags":{"dt":"X"}}]
            """);
    assertEquals(
        List.of("first", "second", "last", "onPage"),
        type.fields().stream().map(FieldDefinition::name).toList());
  }

  @Test
  void limitsAndMissingIdsAreWorkedOut() throws Exception {
    Schema schema =
        read(
            """
            {"cabinet":{"name":"S","object":[
              {"name":"F","internal":"f","maintype":0,"cotype":0,
               "limited_objects":{"limited_object":[
                 {"type":"262211","max":"2"},{"type":"r","max":0},{"type":"999","max":"1"},
                 {"type":"262212","max":"-1"}]}},
              {"name":"R","internal":"r","maintype":"99","cotype":"7"},
              {"name":"I","internal":"i","ids":{"oid":262211}},
              {"name":"J","internal":"j","ids":{"oid":262212}},
              {"name":"Portfolio","internal":"p","ids":{"oid":"13303808"}}]}}
            """);
    ObjectType folder = schema.type(new TypeId("0")).orElseThrow();
    TypeId register = new TypeId(String.valueOf((99 << 16) + 7));
    assertEquals(Kind.FOLDER, folder.kind());
    assertEquals(Map.of(new TypeId("262211"), 2, register, 0), folder.childLimits());
    assertEquals(Kind.REGISTER, schema.type(register).orElseThrow().kind());
    assertEquals(
        List.of("i", "j"), schema.childTypes(folder.id()).map(ObjectType::internalName).toList());
    assertEquals(Optional.empty(), schema.typeNamed("p"));
  }

  @Test
  void aCabinetWithoutAFolderTypeIsLeftOut() throws Exception {
    Schema schema =
        read(
            """
            {"asobjdef":{"cabinet":[{"name":"S","object":
              {"name":"I","internal":"i","ids":{"oid":262211}}}]}}
            """);
    assertEquals(List.of(), schema.cabinets());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "{\"asobjdef\":null}", "\"text\"", "{\"asobjdef\":{}}"})
  void somethingElseIsNoDefinition(String json) {
    assertThrows(HttpFailure.SenselessAnswer.class, () -> read(json));
  }
}
