package org.kontor.local.fulltext;

import java.util.Map;
import java.util.Optional;
import org.kontor.local.definition.DataType;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.FieldValues;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * What the index is told about the index data of an object.
 *
 * @param fields all values as text
 * @param marked the same words with the marks of their fields, and the mark of the type
 */
record IndexedText(String fields, String marked) {
  static IndexedText of(Optional<ObjectType> type, Map<Field, Object> values) {
    StringBuilder fields = new StringBuilder();
    StringBuilder marked = new StringBuilder();
    type.ifPresent(it -> marked.append(Words.ofType(it)));
    values.forEach(
        (field, value) -> {
          String text = text(field, value);
          fields.append(text).append('\n');
          for (String word : Words.of(text)) {
            marked.append(' ').append(Words.inField(field, word));
          }
        });
    return new IndexedText(fields.toString(), marked.toString());
  }

  private static String text(Field field, Object value) {
    if (field.type() != DataType.TABLE) {
      return FieldValues.write(field, value);
    }
    StringBuilder cells = new StringBuilder();
    for (JsonNode row : Json.MAPPER.readTree((String) value).values()) {
      for (JsonNode cell : row.values()) {
        cells.append(cell.isNull() ? "" : cell.asString()).append('\n');
      }
    }
    return cells.toString();
  }
}
