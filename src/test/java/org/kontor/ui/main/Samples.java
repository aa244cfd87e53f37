package org.kontor.ui.main;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.LocalizedText;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Provenance;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;

/**
 * A small archive: cabinet "Invoices" with year folders, month registers, invoices (any file) and
 * photos (images); invoices may not lie directly in a year. Cabinet "Staff" with a contract type.
 */
final class Samples {
  static final ObjectType INVOICE =
      type("262144", "Invoice", "Rechnung", Kind.DOCUMENT, MainType.ANY_FILE, Map.of());
  static final ObjectType PHOTO =
      type("196608", "Photo", "Foto", Kind.DOCUMENT, MainType.COLOR_IMAGE, Map.of());
  static final ObjectType MONTH = type("6488064", "Month", "Monat", Kind.REGISTER, null, Map.of());
  static final ObjectType STRICT =
      type(
          "6488065",
          "Cover",
          "Deckblatt",
          Kind.REGISTER,
          null,
          Map.of(INVOICE.id(), 0, PHOTO.id(), 0));
  static final ObjectType YEAR =
      type("0", "Year", "Jahr", Kind.FOLDER, null, Map.of(INVOICE.id(), 0));
  static final ObjectType CONTRACT =
      type("262145", "Contract", "Vertrag", Kind.DOCUMENT, MainType.ANY_FILE, Map.of());
  static final ObjectType PERSON = type("1", "Person", "Person", Kind.FOLDER, null, Map.of());

  static final Schema SCHEMA =
      new Schema(
          List.of(
              new Cabinet(
                  "invoices",
                  LocalizedText.of("Invoices"),
                  YEAR,
                  List.of(MONTH, STRICT),
                  List.of(INVOICE, PHOTO)),
              new Cabinet(
                  "staff", LocalizedText.of("Staff"), PERSON, List.of(), List.of(CONTRACT))));

  static final Location.Container IN_2026 = container("100", YEAR).inside();
  static final Location.Container IN_MAY = container("105", MONTH).inside();
  static final Location.Container IN_JUNE = container("106", MONTH).inside();
  static final Location.Container IN_JULY = container("108", MONTH).inside();
  static final Location.Container IN_COVER = container("107", STRICT).inside();
  static final Location.Container IN_MEIER = container("200", PERSON).inside();

  private Samples() {}

  static DmsObject.Container container(String id, ObjectType type) {
    return new DmsObject.Container(
        new ObjectId(id),
        type.id(),
        type.kind(),
        Map.of("name", FieldValue.of("No. " + id)),
        Provenance.UNKNOWN);
  }

  static DmsObject.Document document(String id, Optional<ObjectType> type) {
    return new DmsObject.Document(
        new ObjectId(id),
        type.map(ObjectType::id),
        Optional.of(MainType.ANY_FILE),
        Map.of("name", FieldValue.of("No. " + id)),
        List.of(),
        Provenance.UNKNOWN);
  }

  private static ObjectType type(
      String id,
      String name,
      String german,
      Kind kind,
      MainType mainType,
      Map<TypeId, Integer> limits) {
    return new ObjectType(
        new TypeId(id),
        name.toLowerCase(java.util.Locale.ROOT),
        new LocalizedText(name, Map.of("de", german)),
        kind,
        Optional.ofNullable(mainType),
        List.of(
            new FieldDefinition(
                "name",
                LocalizedText.of("Name"),
                new FieldType.Text(50),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                false,
                Optional.empty())),
        limits);
  }
}
