package org.kontor.local.query;

import java.util.List;
import java.util.Optional;

/** What a hit must fulfil. */
sealed interface Condition {

  /** All of them. */
  record And(List<Condition> parts) implements Condition {}

  /** One of them. */
  record Or(List<Condition> parts) implements Condition {}

  /** The opposite. */
  record Not(Condition part) implements Condition {}

  /** A column compared with one value; the operator is written as in SQL. */
  record Compare(Name column, String operator, Value value) implements Condition {}

  /** A column among some values; a single parameter may stand for a list. */
  record In(Name column, List<Value> values) implements Condition {}

  /** A text with wildcards. */
  record Like(Name column, Value pattern) implements Condition {}

  /** Between two values, both included. */
  record Between(Name column, Value low, Value high) implements Condition {}

  /** Without a value. */
  record IsNull(Name column) implements Condition {}

  /** Words in the index data or files, or in one field. */
  record Contains(Optional<Name> field, Value text) implements Condition {}

  /** A name in the statement and where it stands. */
  record Name(String text, int position) {}

  /**
   * A value in the statement: written out, the name of a parameter, or a function.
   *
   * @param days for the functions of time: so many days later
   */
  record Value(String text, Source source, int days, int position) {}

  /** Where a value comes from. */
  enum Source {
    LITERAL,
    PARAMETER,
    TODAY,
    NOW,
    CURRENT_USER
  }
}
