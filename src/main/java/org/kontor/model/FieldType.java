package org.kontor.model;

import java.util.List;

/** What may stand in a field, and the limits of it. */
public sealed interface FieldType {

  /**
   * Plain text.
   *
   * @param maxLength characters; 0 means the definition names no limit
   */
  record Text(int maxLength) implements FieldType {}

  record WholeNumber() implements FieldType {}

  record Decimal() implements FieldType {}

  record Date() implements FieldType {}

  record DateTime() implements FieldType {}

  record YesNo() implements FieldType {}

  /** One value of a catalog, or several of them. */
  record Choice(Catalog catalog, boolean multiple) implements FieldType {}

  /** Rows of the given columns; a column is never a table itself. */
  record Table(List<FieldDefinition> columns) implements FieldType {
    public Table {
      columns = List.copyOf(columns);
    }
  }
}
