package org.kontor.local.enaio;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.behaviour.Feature;
import org.kontor.local.behaviour.Reading;
import org.kontor.local.definition.DataType;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.FieldValues;
import org.kontor.local.definition.Kind;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.http.Json;
import org.kontor.local.query.Column;
import org.kontor.local.query.Hit;
import org.kontor.local.query.SystemColumn;
import org.kontor.local.store.StoredObject;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Writes the properties of an object (reference 2.7, 2.8) in the form that a behaviour asks for.
 */
final class PropertyWriter {
  private static final String VALUE = "value";

  /** The number of typeless objects in the user tray (reference 2.2). */
  private static final String TYPELESS_NUMBER = "13107217";

  private final JsonGenerator json;
  private final Definition definition;
  private final Behaviour behaviour;

  PropertyWriter(JsonGenerator json, Definition definition, Behaviour behaviour) {
    this.json = json;
    this.definition = definition;
    this.behaviour = behaviour;
  }

  /** The three properties that nobody has to ask for. */
  void fixed(long id, long type) {
    number("system:objectId", id);
    type(type);
    Kind kind = definition.type(type).map(ObjectType::kind).orElse(Kind.DOCUMENT);
    text("system:baseTypeId", baseType(kind.name()));
  }

  /** The type of an object. */
  void type(long type) {
    Optional<ObjectType> known = definition.type(type);
    json.writeObjectPropertyStart("system:objectTypeId");
    json.writeName(VALUE);
    value(typeId(type), known.isPresent() ? DataType.INTEGER : DataType.TEXT);
    if (known.isPresent() && behaviour.has(Feature.LOCAL_NAME)) {
      json.writeStringProperty("localName", known.get().internal());
    }
    json.writeEndObject();
  }

  /** A text; nothing when there is none. */
  void text(String key, @Nullable String text) {
    property(key, text, DataType.TEXT);
  }

  /** A whole number; nothing when there is none. */
  void number(String key, @Nullable Long number) {
    property(key, number == null ? null : number.toString(), DataType.INTEGER);
  }

  /** A value of index data. */
  void field(String key, Field field, Object value) {
    if (field.type() == DataType.TABLE) {
      table(key, field, (String) value);
    } else {
      property(key, FieldValues.write(field, value), field.type());
    }
  }

  /** A cell of a hit, unless it is there without being asked for. */
  void cell(Hit.Cell cell) {
    if (cell.value() == null) {
      return;
    }
    switch (cell.column()) {
      case Column.OfField(Field field) -> field(cell.key(), field, cell.value());
      case Column.Score score -> property(cell.key(), cell.value().toString(), DataType.DECIMAL);
      case Column.OfSystem(SystemColumn column) -> {
        boolean fixed =
            column == SystemColumn.OBJECT_ID
                || column == SystemColumn.OBJECT_TYPE_ID
                || column == SystemColumn.BASE_TYPE_ID;
        if (!fixed || !cell.key().startsWith("system:")) {
          system(cell.key(), column, cell.value());
        }
      }
    }
  }

  private void system(String key, SystemColumn column, Object value) {
    switch (column.form()) {
      case MOMENT -> text(key, FieldValues.dateTime(((Number) value).longValue()));
      case TYPE -> text(key, typeId(((Number) value).longValue()));
      case NUMBER -> number(key, ((Number) value).longValue());
      case TEXT ->
          text(
              key,
              column == SystemColumn.BASE_TYPE_ID ? baseType(value.toString()) : value.toString());
    }
  }

  private void property(String key, @Nullable String text, DataType type) {
    if (text != null) {
      json.writeObjectPropertyStart(key);
      json.writeName(VALUE);
      value(text, type);
      json.writeEndObject();
    }
  }

  private void value(String text, DataType type) {
    boolean typed = behaviour.reads(Reading.VALUES_AS_JSON_TYPES);
    if (typed && (type == DataType.INTEGER || type == DataType.DECIMAL)) {
      json.writeRawValue(text);
    } else if (typed && type == DataType.BOOLEAN) {
      json.writeBoolean(text.equals("1"));
    } else {
      json.writeString(text);
    }
  }

  private void table(String key, Field field, String rows) {
    json.writeObjectPropertyStart(key);
    if (behaviour.reads(Reading.ROWS_AS_OBJECTS)) {
      json.writeArrayPropertyStart(VALUE);
      for (JsonNode row : Json.MAPPER.readTree(rows).values()) {
        json.writeStartObject();
        for (int i = 0; i < row.size(); i++) {
          json.writeName(field.columns().get(i).internal());
          json.writeTree(row.get(i));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    } else {
      json.writeArrayPropertyStart("columnNames");
      field.columns().forEach(column -> json.writeString(column.internal()));
      json.writeEndArray();
      json.writeName(VALUE);
      json.writeRawValue(rows);
    }
    json.writeEndObject();
  }

  private String baseType(String name) {
    if (behaviour.reads(Reading.BASE_TYPE_PREFIXED)) {
      return "system:" + name.toLowerCase(Locale.ROOT);
    }
    return behaviour.reads(Reading.BASE_TYPE_SMALL) ? name.toLowerCase(Locale.ROOT) : name;
  }

  private String typeId(long type) {
    if (type != StoredObject.TYPELESS) {
      return Long.toString(type);
    }
    return behaviour.reads(Reading.TYPELESS_AS_NUMBER) ? TYPELESS_NUMBER : "system:typeless";
  }
}
