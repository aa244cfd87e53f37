package org.kontor.enaio;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.http.Json;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Index data between the model and the wire (reference 2.7, G32, G33). */
final class ValueCodec {
  private static final String SEPARATOR = "|";
  private static final int DATE_LENGTH = 10;

  private ValueCodec() {}

  /** {@code {"value": ...}}; null clears the field. */
  static ObjectNode encode(FieldValue value) {
    ObjectNode property = Json.object();
    switch (value) {
      case FieldValue.Empty _ -> property.putNull(Wire.VALUE);
      case FieldValue.Single(String text) -> property.put(Wire.VALUE, text);
      case FieldValue.Multiple(List<String> values) ->
          property.put(Wire.VALUE, String.join(SEPARATOR, values));
      case FieldValue.Table(List<String> columns, List<List<String>> rows) -> {
        ArrayNode names = property.putArray(Wire.COLUMN_NAMES);
        columns.forEach(names::add);
        ArrayNode lines = property.putArray(Wire.VALUE);
        for (List<String> row : rows) {
          ArrayNode cells = lines.addArray();
          row.forEach(cells::add);
        }
      }
    }
    return property;
  }

  /** A property of an answer; the definition is missing for fields it does not name. */
  static FieldValue decode(JsonNode property, Optional<FieldDefinition> field) {
    JsonNode value = property.isObject() ? property.path(Wire.VALUE) : property;
    FieldType type = field.map(FieldDefinition::type).orElse(new FieldType.Text(0));
    if (type instanceof FieldType.Table || property.has(Wire.COLUMN_NAMES)) {
      return table(property.path(Wire.COLUMN_NAMES), value, type);
    }
    if (value.isArray()) {
      List<String> values = new ArrayList<>();
      Lenient.list(value).forEach(each -> Lenient.text(each).ifPresent(values::add));
      return values.isEmpty() ? FieldValue.empty() : new FieldValue.Multiple(values);
    }
    return Lenient.text(value).map(text -> decode(text, type)).orElse(FieldValue.empty());
  }

  /** A text as a value of a type; what is no value of it becomes plain text. */
  static FieldValue decode(String text, FieldType type) {
    if (text.isBlank()) {
      return FieldValue.empty();
    }
    return switch (type) {
      case FieldType.Choice(_, boolean multiple) when multiple ->
          new FieldValue.Multiple(List.of(text.split(Pattern.quote(SEPARATOR))));
      case FieldType.YesNo _ -> new FieldValue.Single(yesNo(text));
      case FieldType.Date _ -> new FieldValue.Single(date(text));
      case FieldType.WholeNumber _, FieldType.Decimal _ -> new FieldValue.Single(number(text));
      default -> new FieldValue.Single(text);
    };
  }

  private static FieldValue table(JsonNode columnNames, JsonNode value, FieldType type) {
    List<String> columns = new ArrayList<>();
    Lenient.list(columnNames).forEach(each -> Lenient.text(each).ifPresent(columns::add));
    if (columns.isEmpty() && type instanceof FieldType.Table(List<FieldDefinition> defined)) {
      defined.forEach(column -> columns.add(column.name()));
    }
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : value.isArray() ? Lenient.list(value) : List.<JsonNode>of()) {
      List<String> cells = new ArrayList<>();
      for (int at = 0; at < columns.size(); at++) {
        JsonNode cell = row.isArray() ? row.path(at) : row.path(columns.get(at));
        JsonNode plain = cell.isObject() ? cell.path(Wire.VALUE) : cell;
        cells.add(Lenient.text(plain).orElse(""));
      }
      rows.add(cells);
    }
    return rows.isEmpty() ? FieldValue.empty() : new FieldValue.Table(columns, rows);
  }

  private static String yesNo(String text) {
    if (text.equalsIgnoreCase("true")) {
      return "1";
    }
    return text.equalsIgnoreCase("false") ? "0" : text;
  }

  /** Servers that keep dates as date-times answer them so. */
  private static String date(String text) {
    if (text.length() <= DATE_LENGTH) {
      return text;
    }
    try {
      return LocalDate.parse(text.substring(0, DATE_LENGTH)).toString();
    } catch (DateTimeException other) {
      return text;
    }
  }

  /** JSON numbers may come as 1.5E3. */
  private static String number(String text) {
    try {
      return text.indexOf('E') < 0 && text.indexOf('e') < 0
          ? text
          : new BigDecimal(text).toPlainString();
    } catch (NumberFormatException other) {
      return text;
    }
  }
}
