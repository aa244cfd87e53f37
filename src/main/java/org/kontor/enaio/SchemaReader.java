package org.kontor.enaio;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.kontor.http.HttpFailure;
import org.kontor.model.Cabinet;
import org.kontor.model.Kind;
import org.kontor.model.MainType;
import org.kontor.model.ObjectType;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import tools.jackson.databind.JsonNode;

/** Turns {@code /schema/native} into the model's schema (reference 3.9). */
final class SchemaReader {
  private final Map<String, TypeId> idByName = new HashMap<>();

  private SchemaReader() {}

  /**
   * Reads a definition.
   *
   * @throws HttpFailure.SenselessAnswer when it is no object definition at all; parts of it that
   *     cannot be understood are left out
   */
  static Schema read(JsonNode root) throws HttpFailure.SenselessAnswer {
    JsonNode definition = root.has("asobjdef") ? root.path("asobjdef") : root;
    if (!definition.has("cabinet")) {
      throw new HttpFailure.SenselessAnswer("the object definition names no cabinets");
    }
    return new SchemaReader().schema(Lenient.list(definition.path("cabinet")));
  }

  private Schema schema(List<JsonNode> json) {
    for (JsonNode cabinet : json) {
      for (JsonNode type : Lenient.list(cabinet.path("object"))) {
        id(type).ifPresent(id -> name(type, id));
      }
    }
    List<Cabinet> cabinets = new ArrayList<>();
    json.forEach(each -> cabinet(each).ifPresent(cabinets::add));
    return new Schema(cabinets);
  }

  private void name(JsonNode type, TypeId id) {
    idByName.put(id.value(), id);
    Lenient.text(type, "internal").ifPresent(name -> idByName.putIfAbsent(name, id));
  }

  /**
   * Empty for a cabinet whose folder type is hidden from this person: nothing in it can be shown.
   */
  private Optional<Cabinet> cabinet(JsonNode json) {
    List<ObjectType> types = new ArrayList<>();
    for (JsonNode type : Lenient.list(json.path("object"))) {
      id(type).flatMap(id -> type(type, id)).ifPresent(types::add);
    }
    return ofKind(types, Kind.FOLDER).stream()
        .findFirst()
        .map(
            folder ->
                new Cabinet(
                    Lenient.text(json, "internal").orElse(folder.internalName()),
                    Names.of(json),
                    folder,
                    ofKind(types, Kind.REGISTER),
                    ofKind(types, Kind.DOCUMENT)));
  }

  private Optional<ObjectType> type(JsonNode json, TypeId id) {
    OptionalInt mainType = mainType(json, id);
    if (mainType.isEmpty()) {
      return Optional.empty();
    }
    return TypeNumbers.kindOfMainType(mainType.getAsInt())
        .map(
            kind ->
                new ObjectType(
                    id,
                    Lenient.text(json, "internal").orElse(id.value()),
                    Names.of(json),
                    kind,
                    MainType.ofNumber(mainType.getAsInt()),
                    FieldReader.read(json),
                    limits(json)));
  }

  private Map<TypeId, Integer> limits(JsonNode json) {
    Map<TypeId, Integer> limits = new HashMap<>();
    for (JsonNode limit : Lenient.list(json.path("limited_objects").path("limited_object"))) {
      TypeId child = idByName.get(Lenient.text(limit, "type").orElse(""));
      OptionalInt most = Lenient.number(limit, "max", "maxCount", "count");
      if (child != null && most.isPresent() && most.getAsInt() >= 0) {
        limits.put(child, most.getAsInt());
      }
    }
    return limits;
  }

  private static OptionalInt mainType(JsonNode json, TypeId id) {
    OptionalInt named = Lenient.number(json, "maintype");
    return named.isPresent() ? named : TypeNumbers.mainType(id);
  }

  private static Optional<TypeId> id(JsonNode json) {
    Optional<String> named =
        Lenient.text(json.path("ids"), "oid").or(() -> Lenient.text(json, "oid", "id"));
    if (named.isPresent()) {
      return named.map(TypeId::new);
    }
    OptionalInt mainType = Lenient.number(json, "maintype");
    OptionalInt number = Lenient.number(json, "cotype");
    return mainType.isPresent() && number.isPresent()
        ? Optional.of(TypeNumbers.id(mainType.getAsInt(), number.getAsInt()))
        : Optional.empty();
  }

  private static List<ObjectType> ofKind(List<ObjectType> types, Kind kind) {
    return types.stream().filter(type -> type.kind() == kind).toList();
  }
}
