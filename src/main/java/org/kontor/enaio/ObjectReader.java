package org.kontor.enaio;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.http.HttpFailure;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;
import org.kontor.model.ObjectType;
import org.kontor.model.Provenance;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import tools.jackson.databind.JsonNode;

/** Turns an entry of a result into an object of the model (reference 2.8). */
final class ObjectReader {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT);

  private final Schema schema;

  ObjectReader(Schema schema) {
    this.schema = schema;
  }

  DmsObject object(JsonNode entry) throws HttpFailure.SenselessAnswer {
    JsonNode properties = entry.path(Wire.PROPERTIES);
    String type = property(properties, Wire.TYPE).orElse("");
    if (type.isBlank()) {
      throw new HttpFailure.SenselessAnswer("an object without a type");
    }
    if (TypeNumbers.isTypeless(type)) {
      return document(entry, Optional.empty(), Map.of());
    }
    Optional<ObjectType> known = known(type, properties);
    TypeId id = known.map(ObjectType::id).orElse(new TypeId(type));
    Map<String, FieldValue> fields = fields(properties, known);
    Kind kind = known.map(ObjectType::kind).orElseGet(() -> kind(id, properties));
    return kind.isContainer()
        ? new DmsObject.Container(
            id(entry), id, kind, fields, provenance(properties), FactsReader.read(entry))
        : document(entry, Optional.of(id), fields);
  }

  DmsObject.Container container(JsonNode entry) throws HttpFailure.SenselessAnswer {
    if (object(entry) instanceof DmsObject.Container container) {
      return container;
    }
    throw new HttpFailure.SenselessAnswer("a document among folders or registers");
  }

  DmsObject.Document document(JsonNode entry) throws HttpFailure.SenselessAnswer {
    if (object(entry) instanceof DmsObject.Document document) {
      return document;
    }
    throw new HttpFailure.SenselessAnswer("a folder or register among documents");
  }

  private DmsObject.Document document(
      JsonNode entry, Optional<TypeId> type, Map<String, FieldValue> fields)
      throws HttpFailure.SenselessAnswer {
    JsonNode properties = entry.path(Wire.PROPERTIES);
    return new DmsObject.Document(
        id(entry),
        type,
        mainType(properties, type),
        fields,
        ContentReader.read(entry.path(Wire.CONTENT_STREAMS)),
        provenance(properties),
        FactsReader.read(entry));
  }

  static ObjectId id(JsonNode entry) throws HttpFailure.SenselessAnswer {
    return property(entry.path(Wire.PROPERTIES), Wire.ID)
        .filter(id -> !id.isBlank())
        .map(ObjectId::new)
        .orElseThrow(() -> new HttpFailure.SenselessAnswer("an object without an id"));
  }

  /** The plain text of a property; servers may leave the object around the value out. */
  static Optional<String> property(JsonNode properties, String name) {
    JsonNode property = properties.path(name);
    return Lenient.text(property.isObject() ? property.path(Wire.VALUE) : property);
  }

  private Optional<ObjectType> known(String type, JsonNode properties) {
    return schema
        .type(new TypeId(type))
        .or(() -> named(type))
        .or(() -> Lenient.text(properties.path(Wire.TYPE), Wire.LOCAL_NAME).flatMap(this::named));
  }

  private Optional<ObjectType> named(String internalName) {
    return schema
        .typeNamed(internalName)
        .filter(type -> type.internalName().equalsIgnoreCase(internalName));
  }

  /** For types that the definition hides from this person. */
  private static Kind kind(TypeId id, JsonNode properties) {
    String base = property(properties, Wire.BASE_TYPE).orElse("").toUpperCase(Locale.ROOT);
    if (base.endsWith("FOLDER") || base.endsWith("REGISTER")) {
      return base.endsWith("FOLDER") ? Kind.FOLDER : Kind.REGISTER;
    }
    return base.isEmpty() && TypeNumbers.mainType(id).isPresent()
        ? TypeNumbers.kindOfMainType(TypeNumbers.mainType(id).getAsInt()).orElse(Kind.DOCUMENT)
        : Kind.DOCUMENT;
  }

  private Optional<MainType> mainType(JsonNode properties, Optional<TypeId> type) {
    return property(properties, Wire.MAIN_TYPE)
        .flatMap(ObjectReader::mainType)
        .or(() -> type.flatMap(schema::type).flatMap(ObjectType::mainType));
  }

  private static Optional<MainType> mainType(String number) {
    try {
      return MainType.ofNumber(Integer.parseInt(number));
    } catch (NumberFormatException senseless) {
      return Optional.empty();
    }
  }

  private static Map<String, FieldValue> fields(JsonNode properties, Optional<ObjectType> type) {
    Map<String, FieldValue> fields = new HashMap<>();
    properties.forEachEntry(
        (name, property) -> {
          if (!name.startsWith(Wire.SYSTEM)) {
            FieldValue value = ValueCodec.decode(property, type.flatMap(it -> it.field(name)));
            if (!value.isEmpty()) {
              fields.put(name, value);
            }
          }
        });
    return fields;
  }

  static Provenance provenance(JsonNode properties) {
    return new Provenance(
        property(properties, Wire.CREATED_BY),
        property(properties, Wire.CREATED).flatMap(ObjectReader::instant),
        property(properties, Wire.MODIFIED_BY),
        property(properties, Wire.MODIFIED).flatMap(ObjectReader::instant));
  }

  /** With an offset, or in the time of this computer without one (G41). */
  static Optional<Instant> instant(String text) {
    try {
      TemporalAccessor time = TIME.parse(text);
      return Optional.of(
          time.isSupported(ChronoField.INSTANT_SECONDS)
              ? Instant.from(time)
              : LocalDateTime.from(time).atZone(ZoneId.systemDefault()).toInstant());
    } catch (DateTimeException senseless) {
      return Optional.empty();
    }
  }
}
