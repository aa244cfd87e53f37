package org.kontor.model;

/**
 * Why a field's value cannot be written.
 *
 * @param field internal name of the field
 * @param limit for TOO_LONG the longest allowed length in characters, else 0
 */
public record FieldProblem(String field, Reason reason, int limit) {
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
}
