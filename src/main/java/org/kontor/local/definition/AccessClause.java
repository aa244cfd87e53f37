package org.kontor.local.definition;

import java.util.Map;
import java.util.Set;

/**
 * Limits rights to the objects whose index data have certain values (reference 3.1.2).
 *
 * @param values the allowed values as they are compared, see {@link FieldValues#comparable}
 * @param orEmpty whether an object without a value in the field is meant, too
 */
public record AccessClause(Field field, Set<Object> values, boolean orEmpty) {
  /** Keeps an own copy of the values. */
  public AccessClause {
    values = Set.copyOf(values);
  }

  /** Whether these index data fulfil it. */
  public boolean admits(Map<Field, Object> fields) {
    Object value = fields.get(field);
    if (value == null) {
      return orEmpty;
    }
    Object compared = FieldValues.comparable(field, value);
    return values.contains(compared == null ? comparable(value) : compared);
  }

  /** Whole numbers come from the database in more than one width. */
  private static Object comparable(Object value) {
    return value instanceof Integer number ? Long.valueOf(number) : value;
  }
}
