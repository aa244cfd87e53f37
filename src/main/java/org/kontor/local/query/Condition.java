package org.kontor.local.query;

import java.util.List;

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

  /** A name in the statement and where it stands. */
  record Name(String text, int position) {}

  /** A value in the statement: written out, or the name of a parameter. */
  record Value(String text, boolean parameter, int position) {}
}
