package org.kontor.enaio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.http.HttpFailure;
import org.kontor.model.Cabinet;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.Kind;
import org.kontor.model.LocalizedText;
import org.kontor.model.MainType;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import tools.jackson.databind.JsonNode;

/**
 * Turns {@code /schema} into the model's schema, for servers without {@code /schema/native}
 * (reference 3.9, G7). It names no cabinets: with several folder types, each is taken to hold all
 * registers and documents.
 */
final class PlainSchemaReader {
  private PlainSchemaReader() {}

  /** Whether an answer is of this form. */
  static boolean fits(JsonNode root) {
    return root.has("objectTypes");
  }

  static Schema read(JsonNode root) throws HttpFailure.SenselessAnswer {
    List<ObjectType> types = new ArrayList<>();
    for (JsonNode json : Lenient.list(root.path("objectTypes"))) {
      type(json).ifPresent(types::add);
    }
    List<ObjectType> registers = ofKind(types, Kind.REGISTER);
    List<ObjectType> documents = ofKind(types, Kind.DOCUMENT);
    List<Cabinet> cabinets =
        ofKind(types, Kind.FOLDER).stream()
            .map(
                folder ->
                    new Cabinet(folder.internalName(), folder.name(), folder, registers, documents))
            .toList();
    if (cabinets.isEmpty()) {
      throw new HttpFailure.SenselessAnswer("the object definition names no folder types");
    }
    return new Schema(cabinets);
  }

  private static Optional<ObjectType> type(JsonNode json) {
    Optional<TypeId> id = Lenient.text(json, "id", "objectTypeId").map(TypeId::new);
    Optional<Kind> kind = id.flatMap(known -> kind(json, known));
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Optional<MainType> mainType =
        TypeNumbers.mainType(id.get()).isPresent()
            ? MainType.ofNumber(TypeNumbers.mainType(id.get()).getAsInt())
            : Optional.empty();
    return Optional.of(
        new ObjectType(
            id.get(),
            Lenient.text(json, "localName", "internal").orElse(id.get().value()),
            name(json),
            kind.get(),
            mainType,
            fields(json.path("fields")),
            Map.of()));
  }

  private static Optional<Kind> kind(JsonNode json, TypeId id) {
    String base = Lenient.text(json, "baseId", "baseTypeId").orElse("").toUpperCase(Locale.ROOT);
    for (Kind kind : Kind.values()) {
      if (base.endsWith(kind.name())) {
        return Optional.of(kind);
      }
    }
    return TypeNumbers.mainType(id).isPresent()
        ? TypeNumbers.kindOfMainType(TypeNumbers.mainType(id).getAsInt())
        : Optional.empty();
  }

  private static List<FieldDefinition> fields(JsonNode json) {
    List<FieldDefinition> fields = new ArrayList<>();
    for (JsonNode field : Lenient.list(json)) {
      Lenient.text(field, "localName", "id").ifPresent(name -> fields.add(field(field, name)));
    }
    return fields;
  }

  private static FieldDefinition field(JsonNode json, String name) {
    return new FieldDefinition(
        name,
        name(json),
        fieldType(json),
        Optional.empty(),
        Optional.empty(),
        Lenient.isOn(json, "required"),
        Lenient.isOn(json, "unique", "keyfield"),
        Lenient.text(json, "updatability").filter("readonly"::equalsIgnoreCase).isPresent(),
        Optional.empty());
  }

  private static FieldType fieldType(JsonNode json) {
    return switch (Lenient.text(json, "propertyType").orElse("").toLowerCase(Locale.ROOT)) {
      case "integer" -> new FieldType.WholeNumber();
      case "decimal" -> new FieldType.Decimal();
      case "boolean" -> new FieldType.YesNo();
      case "date" -> new FieldType.Date();
      case "datetime" ->
          Lenient.text(json, "resolution").filter("date"::equalsIgnoreCase).isPresent()
              ? new FieldType.Date()
              : new FieldType.DateTime();
      case "table" ->
          new FieldType.Table(
              fields(json.path("columnDefinitions")).stream()
                  .filter(column -> !(column.type() instanceof FieldType.Table))
                  .toList());
      default -> new FieldType.Text(Math.max(0, Lenient.number(json, "maxLength").orElse(0)));
    };
  }

  private static LocalizedText name(JsonNode json) {
    return new LocalizedText(
        Lenient.text(json, "displayName", "localName", "id").orElse(""), Map.of());
  }

  private static List<ObjectType> ofKind(List<ObjectType> types, Kind kind) {
    return types.stream().filter(type -> type.kind() == kind).toList();
  }
}
