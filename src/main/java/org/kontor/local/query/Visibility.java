package org.kontor.local.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.local.definition.AccessClause;
import org.kontor.local.definition.Definition;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.definition.Right;
import org.kontor.local.definition.Rights;
import org.kontor.local.definition.Role;
import org.kontor.local.store.State;
import org.kontor.local.store.TypeTables;
import org.kontor.local.text.Message;

/**
 * Keeps what the caller must not see out of hits and counts. It is part of the statement and looks
 * only at the rows that the search meets anyway, so it adds nothing to how a search grows.
 *
 * @param caller number of the account that searches
 */
record Visibility(Definition definition, Vocabulary vocabulary, Rights rights, long caller) {

  /** What stands behind FROM; a type that must not be seen is as unknown as one that is not. */
  Target target(Condition.Name from) throws QueryException {
    Target target = vocabulary.target(from);
    if (target.type().filter(it -> !rights.sometimes(Right.SEE, it.id())).isPresent()) {
      throw new QueryException(from.position(), Message.of("query.type", from.text()));
    }
    return target;
  }

  /** What objects of the target must fulfil in a scope; empty when nothing is kept back. */
  Optional<String> condition(Optional<ObjectType> type, State scope, Sql sql) {
    return switch (scope) {
      case TRAY, WORKFLOW_TRAY -> Optional.of(sql.of("o.owner = " + caller));
      case BIN -> both(bin(sql), ofTypes(type, sql).map(it -> ownOr(it, sql)));
      case FILED -> ofTypes(type, sql);
    };
  }

  /** Which objects outside the recycle bin the caller may look back at. */
  String past(Sql sql) {
    String filed = sql.of("o.state = " + State.FILED.code());
    return ownOr(ofTypes(Optional.empty(), sql).map(it -> filed + " AND " + it).orElse(filed), sql);
  }

  private Optional<String> bin(Sql sql) {
    return rights.has(Role.SYSTEM_BIN)
        ? Optional.empty()
        : Optional.of(sql.of("o.binner = " + caller));
  }

  /** What was deleted in his own tray stays his. */
  private String ownOr(String condition, Sql sql) {
    return "(" + sql.of("o.owner = " + caller) + " OR " + condition + ")";
  }

  private Optional<String> ofTypes(Optional<ObjectType> type, Sql sql) {
    if (rights.unlimited()) {
      return Optional.empty();
    }
    return type.isPresent() ? ofType(type.get(), sql) : Optional.of(ofMany(sql));
  }

  private Optional<String> ofType(ObjectType type, Sql sql) {
    if (rights.always(Right.SEE, type.id())) {
      return Optional.empty();
    }
    List<AccessClause> clauses = rights.clauses(Right.SEE, type.id());
    return Optional.of(clauses.isEmpty() ? "0" : admitted(type, clauses, sql));
  }

  /** The plus keeps SQLite from going by the types instead of by what the statement asks for. */
  private String ofMany(Sql sql) {
    List<String> whole = new ArrayList<>(List.of("-1"));
    List<String> alternatives = new ArrayList<>();
    for (ObjectType type : definition.types()) {
      if (rights.always(Right.SEE, type.id())) {
        whole.add(Long.toString(type.id()));
        continue;
      }
      List<AccessClause> clauses = rights.clauses(Right.SEE, type.id());
      if (!clauses.isEmpty()) {
        alternatives.add(
            sql.of("o.type") + " = " + type.id() + " AND " + admitted(type, clauses, sql));
      }
    }
    alternatives.addFirst("+" + sql.of("o.type") + " IN (" + String.join(", ", whole) + ")");
    return "(" + String.join(" OR ", alternatives) + ")";
  }

  private static String admitted(ObjectType type, List<AccessClause> clauses, Sql sql) {
    List<String> alternatives = new ArrayList<>();
    for (AccessClause clause : clauses) {
      String column = "a." + TypeTables.comparedColumn(clause.field());
      List<String> marks = clause.values().stream().map(sql::bind).toList();
      alternatives.add(column + " IN (" + String.join(", ", marks) + ")");
      if (clause.orEmpty()) {
        alternatives.add(column + " IS NULL");
      }
    }
    return "EXISTS (SELECT 1 FROM "
        + TypeTables.table(type)
        + " a WHERE a.id = "
        + sql.of("o.id")
        + " AND ("
        + String.join(" OR ", alternatives)
        + "))";
  }

  private static Optional<String> both(Optional<String> one, Optional<String> other) {
    return one.isPresent() && other.isPresent()
        ? Optional.of(one.get() + " AND " + other.get())
        : one.or(() -> other);
  }
}
