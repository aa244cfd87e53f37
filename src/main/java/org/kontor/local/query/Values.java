package org.kontor.local.query;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import org.kontor.local.definition.DataType;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.FieldValueException;
import org.kontor.local.definition.FieldValues;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.StoredObject;
import org.kontor.local.text.Message;

/** Turns the values of a statement into what its columns hold. */
final class Values {
  private final Definition definition;
  private final Map<String, List<String>> parameters;

  Values(Definition definition, Map<String, List<String>> parameters) {
    this.definition = definition;
    this.parameters = parameters;
  }

  /** The texts that a value stands for: several only for a parameter that is a list. */
  List<String> texts(Condition.Value value) throws QueryException {
    if (!value.parameter()) {
      return List.of(value.text());
    }
    List<String> texts = parameters.get(value.text());
    if (texts == null) {
      throw new QueryException(value.position(), Message.of("query.parameter", value.text()));
    }
    return texts;
  }

  /** The one text that a value stands for. */
  String text(Condition.Value value) throws QueryException {
    List<String> texts = texts(value);
    if (texts.size() != 1) {
      throw new QueryException(value.position(), Message.of("query.parameter.list", value.text()));
    }
    return texts.getFirst();
  }

  /** A text as the value to compare a column with. */
  Object comparable(Column column, String text, int position) throws QueryException {
    return switch (column) {
      case Column.OfField(Field field) -> ofField(field, text, position);
      case Column.OfSystem(SystemColumn system) -> ofSystem(system, text, position);
    };
  }

  private static Object ofField(Field field, String text, int position) throws QueryException {
    if (field.type() == DataType.TABLE) {
      throw new QueryException(position, Message.of("query.table", field.names()));
    }
    try {
      Object value = FieldValues.parse(field, text);
      Object compared = FieldValues.comparable(field, value);
      return compared == null ? value : compared;
    } catch (FieldValueException wrong) {
      throw new QueryException(position, wrong.reason());
    }
  }

  private Object ofSystem(SystemColumn column, String text, int position) throws QueryException {
    return switch (column.form()) {
      case TEXT -> text;
      case NUMBER -> number(text, position);
      case MOMENT -> moment(text, position);
      case TYPE -> type(text, position);
    };
  }

  private static Long number(String text, int position) throws QueryException {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException wrong) {
      throw new QueryException(position, Message.of("query.number", text));
    }
  }

  private static Long moment(String text, int position) throws QueryException {
    try {
      return FieldValues.dateTime(text.strip());
    } catch (DateTimeException wrong) {
      throw new QueryException(position, Message.of("query.moment", text));
    }
  }

  private Long type(String text, int position) throws QueryException {
    if (text.equalsIgnoreCase("system:typeless")) {
      return StoredObject.TYPELESS;
    }
    return definition
        .type(text)
        .map(ObjectType::id)
        .orElseThrow(() -> new QueryException(position, Message.of("query.type", text)));
  }
}
