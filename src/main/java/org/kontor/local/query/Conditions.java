package org.kontor.local.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.local.definition.DataType;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.FieldValues;
import org.kontor.local.text.Message;

/** Writes conditions as SQL; every value is bound. */
final class Conditions {
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  /** SQLite takes 50,000 bytes. */
  private static final int LONGEST_PATTERN = 10_000;

  /** SQLite takes 32,766 in one statement. */
  static final int MOST_VALUES = 30_000;

  private final Target target;
  private final Values values;
  private final Sql sql;

  Conditions(Target target, Values values, Sql sql) {
    this.target = target;
    this.values = values;
    this.sql = sql;
  }

  String write(Condition condition) throws QueryException {
    return switch (condition) {
      case Condition.And(List<Condition> parts) -> joined(parts, " AND ");
      case Condition.Or(List<Condition> parts) -> joined(parts, " OR ");
      case Condition.Not(Condition part) -> "NOT " + write(part);
      case Condition.Compare compare -> compare(compare);
      case Condition.In in -> in(in);
      case Condition.Like like -> like(like);
      case Condition.Between between -> between(between);
      case Condition.IsNull isNull -> isNull(isNull);
      case Condition.Contains contains ->
          "(o.id IN (SELECT rowid FROM fulltext WHERE fulltext MATCH "
              + sql.bind(expression(contains))
              + "))";
    };
  }

  /** What the full-text index is asked for. */
  String expression(Condition.Contains contains) throws QueryException {
    Optional<Field> field = Optional.empty();
    if (contains.field().isPresent()) {
      Condition.Name name = contains.field().get();
      if (!(target.column(name) instanceof Column.OfField(Field named))) {
        throw new QueryException(name.position(), Message.of("query.text.field", name.text()));
      }
      field = Optional.of(named);
    }
    Condition.Value text = contains.text();
    return TextQuery.of(values.text(text), target.type(), field, text.position());
  }

  private String joined(List<Condition> parts, String word) throws QueryException {
    List<String> written = new ArrayList<>();
    for (Condition part : parts) {
      written.add(write(part));
    }
    return "(" + String.join(word, written) + ")";
  }

  private String compare(Condition.Compare compare) throws QueryException {
    Column column = target.column(compare.column());
    String left = sql.compared(column);
    return "(" + left + " " + compare.operator() + " " + bound(column, compare.value()) + ")";
  }

  private String bound(Column column, Condition.Value value) throws QueryException {
    String mark = sql.bind(values.comparable(column, values.text(value, column), value.position()));
    boolean text =
        column instanceof Column.OfSystem(SystemColumn system)
            && system.form() == SystemColumn.Form.TEXT;
    return text ? mark + " COLLATE NOCASE" : mark;
  }

  private String in(Condition.In in) throws QueryException {
    Column column = target.column(in.column());
    String left = sql.compared(column);
    List<String> marks = new ArrayList<>();
    for (Condition.Value value : in.values()) {
      for (String text : values.texts(value, column)) {
        marks.add(sql.bind(values.comparable(column, text, value.position())));
        if (sql.arguments().size() > MOST_VALUES) {
          throw new QueryException(value.position(), Message.of("query.values", MOST_VALUES));
        }
      }
    }
    return "(" + left + " IN (" + String.join(", ", marks) + "))";
  }

  private String between(Condition.Between between) throws QueryException {
    Column column = target.column(between.column());
    String left = sql.compared(column);
    return "("
        + left
        + " BETWEEN "
        + bound(column, between.low())
        + " AND "
        + bound(column, between.high())
        + ")";
  }

  private String isNull(Condition.IsNull isNull) throws QueryException {
    Column column = target.column(isNull.column());
    String left = sql.compared(column);
    Vocabulary vocabulary = target.vocabulary();
    boolean zero =
        column instanceof Column.OfSystem(SystemColumn system)
            && system.zeroIsNone()
            && vocabulary.zeroIsNoRegister()
            && vocabulary.nullIsNoRegister();
    return zero ? "(coalesce(" + left + ", 0) = 0)" : "(" + left + " IS NULL)";
  }

  private String like(Condition.Like like) throws QueryException {
    Column column = target.column(like.column());
    String left = sql.compared(column);
    String pattern = values.text(like.pattern());
    if (pattern.length() > LONGEST_PATTERN) {
      throw new QueryException(
          like.pattern().position(), Message.of("query.pattern", LONGEST_PATTERN));
    }
    if (column instanceof Column.OfField(Field field)) {
      if (field.type() == DataType.TABLE || field.type() == DataType.DATETIME) {
        throw new QueryException(like.column().position(), Message.of("query.like", field.names()));
      }
      pattern = field.type() == DataType.TEXT ? FieldValues.comparable(pattern) : pattern;
      String prefix = field.type() == DataType.TEXT ? prefix(pattern) : "";
      if (!prefix.isEmpty()) {
        // The range lets the index find what begins like the pattern.
        String from = left + " >= " + sql.bind(prefix);
        String to = left + " < " + sql.bind(prefix + LAST);
        return "(" + from + " AND " + to + " AND " + matches(left, pattern) + ")";
      }
    }
    return "(" + matches(left, pattern) + ")";
  }

  private String matches(String left, String pattern) {
    return left + " LIKE " + sql.bind(pattern) + " ESCAPE '\\'";
  }

  private static String prefix(String pattern) {
    int end = 0;
    while (end < pattern.length() && "%_\\".indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    return pattern.substring(0, end);
  }
}
