package org.kontor.model;

import java.util.List;

/**
 * What stands in a field, in the server's neutral writing: dates {@code 2026-11-12}, date-times ISO
 * 8601 with offset, decimals with a dot, yes and no as 1 and 0 (reference 2.7, G32). How it is
 * shown and typed in a language is the form's business.
 */
public sealed interface FieldValue {

  /** Nothing stands there; written to a server it clears the field. */
  record Empty() implements FieldValue {}

  record Single(String text) implements FieldValue {}

  /** Several values of a catalog, in the order chosen. */
  record Multiple(List<String> values) implements FieldValue {
    public Multiple {
      values = List.copyOf(values);
    }
  }

  /** Rows of a table field; every row has one cell for each column, "" where nothing stands. */
  record Table(List<String> columns, List<List<String>> rows) implements FieldValue {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  static FieldValue empty() {
    return new Empty();
  }

  /** A single value, or {@link Empty} for blank text. */
  static FieldValue of(String text) {
    return text.isBlank() ? new Empty() : new Single(text);
  }

  default boolean isEmpty() {
    return switch (this) {
      case Empty _ -> true;
      case Single(String text) -> text.isBlank();
      case Multiple(List<String> values) -> values.isEmpty();
      case Table table -> table.rows().isEmpty();
    };
  }
}
