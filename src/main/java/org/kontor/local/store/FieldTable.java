package org.kontor.local.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.FieldValues;
import org.kontor.local.definition.ObjectType;

/** The index data of objects of one type. Values are kept as {@link FieldValues} says. */
public final class FieldTable {
  private final Session session;
  private final ObjectType type;

  /** The table of a type seen through one session. */
  public FieldTable(Session session, ObjectType type) {
    this.session = session;
    this.type = type;
  }

  /** The fields that have a value, in the order of the definition. */
  public Map<Field, Object> read(long id) {
    Optional<Map<Field, Object>> row =
        session.first(
            "SELECT " + columns() + " FROM " + TypeTables.table(type) + " WHERE id = ?",
            result -> {
              Map<Field, Object> values = new LinkedHashMap<>();
              int column = 1;
              for (Field field : type.fields()) {
                Object value = result.getObject(column++);
                if (value != null) {
                  values.put(field, value);
                }
              }
              return values;
            },
            id);
    return row.orElseGet(LinkedHashMap::new);
  }

  /** Adds the row of a new object of this type. */
  public void insert(long id, Map<Field, Object> values) {
    List<String> columns = new ArrayList<>(List.of("id"));
    List<@Nullable Object> bound = new ArrayList<>(List.of(id));
    collect(values, columns, bound);
    session.update(
        "INSERT INTO "
            + TypeTables.table(type)
            + " ("
            + String.join(", ", columns)
            + ") VALUES (?"
            + ", ?".repeat(columns.size() - 1)
            + ")",
        bound.toArray());
  }

  /** Replaces the whole row. */
  public void replace(long id, Map<Field, Object> values) {
    delete(id);
    insert(id, values);
  }

  /** Removes the row. */
  public void delete(long id) {
    session.update("DELETE FROM " + TypeTables.table(type) + " WHERE id = ?", id);
  }

  /** Another object of this type, not in the recycle bin, that has this value in this field. */
  public Optional<Long> other(long id, Field field, Object value) {
    Object compared = FieldValues.comparable(field, value);
    return session.first(
        "SELECT t.id FROM "
            + TypeTables.table(type)
            + " t CROSS JOIN object o ON o.id = t.id WHERE t."
            + TypeTables.comparedColumn(field)
            + " = ? AND t.id <> ? AND o.state <> ?",
        row -> row.getLong(1),
        compared == null ? value : compared,
        id,
        State.BIN.code());
  }

  private String columns() {
    return type.fields().isEmpty()
        ? "id"
        : String.join(", ", type.fields().stream().map(TypeTables::column).toList());
  }

  private static void collect(
      Map<Field, Object> values, List<String> columns, List<@Nullable Object> bound) {
    values.forEach(
        (field, value) -> {
          columns.add(TypeTables.column(field));
          bound.add(value);
          if (TypeTables.separatelyCompared(field)) {
            columns.add(TypeTables.comparedColumn(field));
            bound.add(FieldValues.comparable(field, value));
          }
        });
  }
}
