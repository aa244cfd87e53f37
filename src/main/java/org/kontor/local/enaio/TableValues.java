package org.kontor.local.enaio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.FieldValueException;
import org.kontor.local.definition.FieldValues;
import org.kontor.local.http.Json;
import org.kontor.local.text.Message;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Table fields (reference 2.7): {@code {"columnNames": [...], "value": [[...], ...]}}. Kept are the
 * rows as JSON with the columns in the order of the definition; moments as they were sent.
 */
final class TableValues {
  private static final int MOST_ROWS = 10_000;

  private TableValues() {}

  /** The rows to keep for a property; null when it has none. */
  static @Nullable String read(Field table, JsonNode property) throws FieldValueException {
    JsonNode rows = property.path("value");
    if (rows.isNull() || (rows.isArray() && rows.isEmpty())) {
      return null;
    }
    if (!rows.isArray() || rows.size() > MOST_ROWS) {
      throw wrong("value.table", table, MOST_ROWS);
    }
    List<Field> columns = columns(table, property.path("columnNames"));
    ArrayNode kept = Json.MAPPER.createArrayNode();
    int number = 0;
    for (JsonNode row : rows.values()) {
      number++;
      Map<Field, String> cells = new LinkedHashMap<>();
      collect(table, columns, row, number, cells);
      ArrayNode target = kept.addArray();
      for (Field column : table.columns()) {
        String text = cells.get(column);
        if (text == null && column.required()) {
          throw wrong("value.table.required", table, number, column.names());
        }
        target.add(text);
      }
    }
    return Json.MAPPER.writeValueAsString(kept);
  }

  /** The rows of two kept values, one after the other (option REPLACETABLEFIELDS=0). */
  static String append(String first, String second) {
    ArrayNode rows = (ArrayNode) Json.MAPPER.readTree(first);
    rows.addAll((ArrayNode) Json.MAPPER.readTree(second));
    return Json.MAPPER.writeValueAsString(rows);
  }

  private static List<Field> columns(Field table, JsonNode names) throws FieldValueException {
    if (!names.isArray()) {
      return table.columns();
    }
    List<Field> columns = new ArrayList<>();
    for (JsonNode name : names.values()) {
      columns.add(column(table, name.asString("")));
    }
    return columns;
  }

  private static Field column(Field table, String name) throws FieldValueException {
    Optional<Field> column =
        table.columns().stream().filter(it -> it.internal().equalsIgnoreCase(name)).findFirst();
    return column.orElseThrow(() -> wrong("value.table.column", table, name));
  }

  private static void collect(
      Field table, List<Field> columns, JsonNode row, int number, Map<Field, String> cells)
      throws FieldValueException {
    if (row.isObject()) {
      for (Map.Entry<String, JsonNode> cell : row.properties()) {
        put(column(table, cell.getKey()), cell.getValue(), cells);
      }
    } else if (row.isArray() && row.size() <= columns.size()) {
      for (int i = 0; i < row.size(); i++) {
        put(columns.get(i), row.get(i), cells);
      }
    } else {
      throw wrong("value.table.row", table, number, columns.size());
    }
  }

  private static void put(Field column, JsonNode value, Map<Field, String> cells)
      throws FieldValueException {
    String text = value.isNull() || value.isContainer() ? "" : value.asString();
    if (!text.isEmpty()) {
      cells.put(column, FieldValues.write(column, FieldValues.read(column, text)));
    }
  }

  private static FieldValueException wrong(String key, Field table, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(table.names()));
    all.addAll(List.of(arguments));
    return new FieldValueException(new Message(key, all));
  }
}
