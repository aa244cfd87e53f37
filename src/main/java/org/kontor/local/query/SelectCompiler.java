package org.kontor.local.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.store.State;
import org.kontor.local.store.TypeTables;
import org.kontor.local.text.Message;

/** Writes one select as SQL. */
final class SelectCompiler {
  static final String NO_COLUMN = "NULL";

  private static final List<Statement.Item> EVENT =
      EventColumn.ALL.stream()
          .map(it -> new Statement.Item(new Condition.Name(it, 0), it))
          .toList();

  private final Statement.Select select;
  private final Target target;
  private final Values values;
  private final Visibility visibility;
  private final boolean nullValues;
  private final Pins pins;
  private final State scope;
  private final boolean byPlace;
  private final Sql sql;

  SelectCompiler(
      Statement.Select select,
      Target target,
      Values values,
      SearchRequest request,
      Visibility visibility)
      throws QueryException {
    this.select = select;
    this.target = target;
    this.values = values;
    this.visibility = visibility;
    this.nullValues = request.nullValues();
    this.pins = Pins.of(select.where(), target, values);
    Optional<State> tray = pins.tray().or(target::tray);
    this.scope = tray.orElse(request.deleted() ? State.BIN : State.FILED);
    this.byPlace = pins.byPlace() && scope == State.FILED && pins.text().isEmpty();
    this.sql = new Sql(target, byPlace);
  }

  /** Whether hits are events. */
  boolean history() {
    return target.history();
  }

  /** Whether hits are found by their words, and so by their number when nothing else is asked. */
  boolean byText() {
    return pins.text().isPresent();
  }

  /** Selects the branch's number, the object, its place, its score and the sort keys. */
  String keys(int branch, List<String> order) throws QueryException {
    List<String> conditions = new ArrayList<>();
    Conditions writer = new Conditions(target, values, sql);
    if (pins.text().isPresent()) {
      conditions.add("fulltext MATCH " + sql.bind(writer.expression(pins.text().get())));
    }
    if (!target.condition().isEmpty()) {
      conditions.add(sql.of(target.condition()));
    }
    if (target.history() && scope == State.FILED) {
      conditions.add(visibility.past(sql));
    } else {
      if (!byPlace) {
        conditions.add(sql.of("o.state = " + scope.code()));
      }
      visibility.condition(target.type(), scope, sql).ifPresent(conditions::add);
    }
    if (pins.parent().isPresent()) {
      conditions.add(sql.of("p.parent") + " = " + sql.bind(pins.parent().get()));
    }
    for (Condition part : pins.rest()) {
      conditions.add(writer.write(part));
    }
    if (!nullValues) {
      conditions.addAll(filled());
    }
    List<String> sortKeys = order.stream().map(sql::of).toList();
    boolean placeAsked = asksForPlace();
    String place = placeAsked ? sql.of("p.parent") : target.history() ? "h.position" : NO_COLUMN;
    boolean distinct = sql.needsPlace() && !placeAsked && pins.parent().isEmpty();
    List<String> columns =
        new ArrayList<>(List.of(Integer.toString(branch), sql.of("o.id"), place, score()));
    columns.addAll(sortKeys);
    return "SELECT "
        + (distinct ? "DISTINCT " : "")
        + String.join(", ", columns)
        + from()
        + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
  }

  /** Only hits that have a value in every column that is asked for. */
  private List<String> filled() throws QueryException {
    List<String> conditions = new ArrayList<>();
    for (Statement.Item item : select.items()) {
      Column column = target.column(item.column());
      if (!(column instanceof Column.Score)) {
        conditions.add(sql.compared(column) + " IS NOT NULL");
      }
    }
    return conditions;
  }

  /**
   * The sort keys of this select, as expressions.
   *
   * @param several whether other selects may have a column that this one lacks
   */
  List<String> order(List<Statement.Order> order, boolean several) throws QueryException {
    List<String> keys = new ArrayList<>();
    for (Statement.Order item : order) {
      Optional<Condition.Name> aliased =
          select.items().stream()
              .filter(it -> it.key().equalsIgnoreCase(item.column().text()))
              .map(it -> new Condition.Name(it.column().text(), item.column().position()))
              .findFirst();
      Condition.Name name = aliased.orElse(item.column());
      boolean lacking =
          several
              && !SystemColumn.isSystemName(name.text())
              && target.type().flatMap(it -> it.field(name.text())).isEmpty();
      keys.add(lacking ? NO_COLUMN : sortKey(name));
    }
    return keys;
  }

  private String sortKey(Condition.Name name) throws QueryException {
    Column column = target.column(name);
    return column instanceof Column.Score ? score(name) : sql.compared(column);
  }

  /** The score when the answer tells it. */
  private String score() throws QueryException {
    for (Statement.Item item : select.items()) {
      if (target.column(item.column()) instanceof Column.Score) {
        return score(item.column());
      }
    }
    return NO_COLUMN;
  }

  /** The better, the higher; the marked words count only when one field was asked for. */
  private String score(Condition.Name name) throws QueryException {
    Condition.Contains text =
        pins.text()
            .orElseThrow(() -> new QueryException(name.position(), Message.of("query.score")));
    return text.field().isPresent()
        ? "-bm25(fulltext, 0.0, 1.0, 0.0)"
        : "-bm25(fulltext, 1.0, 0.0, 1.0)";
  }

  List<Object> arguments() {
    return sql.arguments();
  }

  /** The statement that reads the asked columns of a hit by place and number; empty for none. */
  Optional<Fetch> fetch() throws QueryException {
    List<Statement.Item> asked = target.history() && select.everything() ? EVENT : select.items();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    List<Fetch.Item> items = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    boolean fields = false;
    for (Statement.Item item : asked) {
      Column column = target.column(item.column());
      items.add(new Fetch.Item(item.key(), column));
      switch (column) {
        case Column.OfEvent(EventColumn event) -> expressions.add(event.sql());
        case Column.Score score -> expressions.add(NO_COLUMN);
        case Column.OfSystem(SystemColumn system) -> expressions.add(target.sql(system));
        case Column.OfField of -> {
          fields = true;
          expressions.add("t." + TypeTables.column(of.field()));
        }
      }
    }
    String statement =
        "SELECT "
            + String.join(", ", expressions)
            + " FROM object o"
            + (target.history()
                ? " JOIN history h ON h.object = o.id AND h.position = ?"
                : " LEFT JOIN " + placeTable() + " p ON p.object = o.id AND p.parent = ?")
            + (fields ? " LEFT JOIN " + table() + " t ON t.id = o.id" : "")
            + " WHERE o.id = ?";
    return Optional.of(new Fetch(items, statement));
  }

  private boolean asksForPlace() throws QueryException {
    for (Statement.Item item : select.items()) {
      if (target.column(item.column()) instanceof Column.OfSystem(SystemColumn system)
          && system.ofPlace()) {
        return true;
      }
    }
    return false;
  }

  private String from() {
    if (target.history()) {
      return pins.text().isPresent()
          ? " FROM fulltext CROSS JOIN object o ON o.id = fulltext.rowid"
              + " CROSS JOIN history h ON h.object = o.id"
          : " FROM object o CROSS JOIN history h ON h.object = o.id";
    }
    if (pins.text().isPresent()) {
      return " FROM fulltext CROSS JOIN object o ON o.id = fulltext.rowid"
          + (sql.needsFields() ? " CROSS JOIN " + table() + " t ON t.id = o.id" : "")
          + (sql.needsPlace() ? " LEFT JOIN " + placeTable() + " p ON p.object = o.id" : "");
    }
    if (byPlace) {
      return " FROM place p"
          + (pins.parent().isPresent() ? " INDEXED BY place_by_parent" : "")
          + (sql.needsObject() ? " CROSS JOIN object o ON o.id = p.object" : "")
          + (sql.needsFields() ? " CROSS JOIN " + table() + " t ON t.id = p.object" : "");
    }
    String object = "object o";
    String first = object;
    if (sql.needsFields()) {
      // Who names a field means its index; only a single object is found faster by its number.
      first =
          pins.byObject()
              ? object + " CROSS JOIN " + table() + " t ON t.id = o.id"
              : table() + " t CROSS JOIN " + object + " ON o.id = t.id";
    }
    return " FROM "
        + first
        + (sql.needsPlace() ? " LEFT JOIN " + placeTable() + " p ON p.object = o.id" : "");
  }

  private String placeTable() {
    return scope == State.BIN ? "bin_place" : "place";
  }

  private String table() {
    return target.type().map((ObjectType type) -> TypeTables.table(type)).orElseThrow();
  }
}
