package org.kontor.local.enaio;

import java.util.List;
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
import org.kontor.local.query.EventColumn;
import org.kontor.local.query.Hit;
import org.kontor.local.query.SystemColumn;
import org.kontor.local.store.StoredObject;
import org.kontor.local.text.Texts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Writes the properties of an object (reference 2.7, 2.8) in the form that a behaviour asks for.
 */
final class PropertyWriter {
  private static final String VALUE = "value";
  private static final Column DETAIL = new Column.OfEvent(EventColumn.DETAIL);

  /** The number of typeless objects in the user tray (reference 2.2). */
  private static final String TYPELESS_NUMBER = "13107217";

  private final JsonGenerator json;
  private final Definition definition;
  private final Behaviour behaviour;
  private Optional<Locale> catalogues = Optional.empty();

  PropertyWriter(JsonGenerator json, Definition definition, Behaviour behaviour) {
    this.json = json;
    this.definition = definition;
    this.behaviour = behaviour;
  }

  /** Has catalog values written in a language from now on; empty for as they are kept. */
  void translateCatalogues(Optional<Locale> language) {
    catalogues = language;
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
      property(key, translated(field, FieldValues.write(field, value)), field.type());
    }
  }

  /** A cell of a hit, unless it is there without being asked for. */
  void cell(Hit.Cell cell, Locale locale) {
    if (cell.value() == null) {
      return;
    }
    switch (cell.column()) {
      case Column.OfField(Field field) -> field(cell.key(), field, cell.value());
      case Column.OfEvent(EventColumn event) -> event(cell, locale);
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

  private void event(Hit.Cell cell, Locale locale) {
    if (cell.value() instanceof Number action && cell.column().equals(DETAIL)) {
      text(
          cell.key(),
          Action.sentence(action.intValue()).map(it -> Texts.render(it, locale)).orElse(""));
    } else {
      text(cell.key(), String.valueOf(cell.value()));
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

  private String translated(Field field, String text) {
    return catalogues.isPresent() && field.catalog().isPresent()
        ? field.catalog().get().in(catalogues.get(), text)
        : text;
  }

  private JsonNode cell(Field column, JsonNode cell) {
    return cell.isString() ? StringNode.valueOf(translated(column, cell.stringValue())) : cell;
  }

  private void table(String key, Field field, String kept) {
    JsonNode rows = Json.MAPPER.readTree(kept);
    List<Field> columns = field.columns();
    json.writeObjectPropertyStart(key);
    boolean objects = behaviour.reads(Reading.ROWS_AS_OBJECTS);
    if (!objects) {
      json.writeArrayPropertyStart("columnNames");
      columns.forEach(column -> json.writeString(column.internal()));
      json.writeEndArray();
    }
    json.writeArrayPropertyStart(VALUE);
    for (JsonNode row : rows.values()) {
      if (objects) {
        json.writeStartObject();
      } else {
        json.writeStartArray();
      }
      for (int i = 0; i < row.size(); i++) {
        if (objects) {
          json.writeName(columns.get(i).internal());
        }
        json.writeTree(cell(columns.get(i), row.get(i)));
      }
      if (objects) {
        json.writeEndObject();
      } else {
        json.writeEndArray();
      }
    }
    json.writeEndArray();
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
