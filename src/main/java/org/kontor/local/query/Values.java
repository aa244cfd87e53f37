package org.kontor.local.query;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
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
  private final SearchRequest request;
  private final OffsetDateTime now = OffsetDateTime.now(ZoneId.systemDefault());

  Values(Definition definition, SearchRequest request) {
    this.definition = definition;
    this.request = request;
  }

  /** The texts that a value stands for when it is compared with a column. */
  List<String> texts(Condition.Value value, Column column) throws QueryException {
    boolean number =
        column instanceof Column.OfSystem(SystemColumn system)
            && system.form() == SystemColumn.Form.NUMBER;
    return number && value.source() == Condition.Source.CURRENT_USER
        ? List.of(Long.toString(request.caller()))
        : texts(value);
  }

  /** The texts that a value stands for: several only for a parameter that is a list. */
  List<String> texts(Condition.Value value) throws QueryException {
    return switch (value.source()) {
      case LITERAL -> List.of(value.text());
      case TODAY -> List.of(now.toLocalDate().plusDays(value.days()).toString());
      case NOW -> List.of(now.plusDays(value.days()).toString());
      case CURRENT_USER -> List.of(request.callerName());
      case PARAMETER -> {
        List<String> texts = request.parameters().get(value.text());
        if (texts == null) {
          throw new QueryException(value.position(), Message.of("query.parameter", value.text()));
        }
        yield texts;
      }
    };
  }

  /** The one text that a value stands for when it is compared with a column. */
  String text(Condition.Value value, Column column) throws QueryException {
    return single(value, texts(value, column));
  }

  /** The one text that a value stands for. */
  String text(Condition.Value value) throws QueryException {
    return single(value, texts(value));
  }

  private static String single(Condition.Value value, List<String> texts) throws QueryException {
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
      case Column.OfEvent(EventColumn event) ->
          event == EventColumn.ACTION ? number(text, position) : text;
      case Column.Score score -> throw new QueryException(position, Message.of("query.score"));
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
