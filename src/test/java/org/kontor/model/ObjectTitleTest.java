package org.kontor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ObjectTitleTest {
  private static final Catalog PHASES =
      new Catalog(
          Catalog.Shape.LIST,
          List.of(
              new Catalog.Entry(
                  "LP1",
                  new LocalizedText("Basics", Map.of("de", "Grundlagen", "en", "Basics")),
                  List.of())));

  private static final ObjectType PHASE =
      new ObjectType(
          new TypeId("6488066"),
          "phase",
          new LocalizedText("Phase", Map.of("de", "Leistungsphase", "en", "Phase")),
          Kind.REGISTER,
          Optional.empty(),
          List.of(
              field("number", new FieldType.WholeNumber(), false),
              field("start", new FieldType.Date(), true),
              field("name", new FieldType.Choice(PHASES, false), true)),
          Map.of());

  @Test
  void requiredFieldsComeFirstAndCatalogValuesInTheReadersLanguage() {
    Map<String, FieldValue> values =
        Map.of(
            "number", FieldValue.of("1"),
            "start", FieldValue.of("2026-11-12"),
            "name", FieldValue.of("LP1"));

    assertEquals("Grundlagen · 1", ObjectTitle.of(PHASE, values, Locale.GERMAN));
    assertEquals("Basics · 1", ObjectTitle.of(PHASE, values, Locale.ENGLISH));
  }

  @Test
  void aContainerWithoutATitleIsCalledByItsTypeAndId() {
    ObjectType folder =
        new ObjectType(
            new TypeId("0"),
            "folder",
            LocalizedText.of("Folder"),
            Kind.FOLDER,
            Optional.empty(),
            List.of(),
            Map.of());
    Schema schema =
        new Schema(
            List.of(new Cabinet("c", LocalizedText.of("C"), folder, List.of(PHASE), List.of())));

    assertEquals(
        "Leistungsphase 17", ObjectTitle.ofContainer(schema, register("6488066"), Locale.GERMAN));
    assertEquals("999 17", ObjectTitle.ofContainer(schema, register("999"), Locale.GERMAN));
  }

  private static DmsObject.Container register(String type) {
    return new DmsObject.Container(
        new ObjectId("17"), new TypeId(type), Kind.REGISTER, Map.of(), Provenance.UNKNOWN);
  }

  private static FieldDefinition field(String name, FieldType type, boolean required) {
    return new FieldDefinition(
        name,
        LocalizedText.of(name),
        type,
        Optional.empty(),
        Optional.empty(),
        required,
        false,
        false,
        Optional.empty());
  }
}
