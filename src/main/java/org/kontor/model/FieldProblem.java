package org.kontor.model;

import java.util.Optional;

/**
 * Why a field's value cannot be written.
 *
 * @param field internal name of the field
 * @param limit for TOO_LONG the longest allowed length in characters, else 0
 * @param cell for a table field the cell that is wrong, else empty
 */
public record FieldProblem(String field, Reason reason, int limit, Optional<Cell> cell) {

  /**
   * A cell of a table.
   *
   * @param row from 0
   * @param column internal name of the column
   */
  public record Cell(int row, String column) {}

  /** What is wrong with the value. */
  public enum Reason {
    REQUIRED,
    TOO_LONG,
    NOT_A_NUMBER,
    NOT_A_DATE,
    NOT_YES_OR_NO,
    NOT_IN_CATALOG,
    ONLY_ONE_VALUE
  }

  public FieldProblem(String field, Reason reason, int limit) {
    this(field, reason, limit, Optional.empty());
  }

  /** The same problem, found in a cell of a table field. */
  public FieldProblem inCell(String table, int row) {
    return new FieldProblem(table, reason, limit, Optional.of(new Cell(row, field)));
  }
}
