package org.kontor.local.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kontor.local.behaviour.Feature;
import org.kontor.local.behaviour.Reading;
import org.kontor.local.definition.Definition;
import org.kontor.local.store.Session;
import org.kontor.local.text.Message;

/** A statement that is ready to run. */
public final class Search {
  /** Up to this many hits are counted exactly. */
  public static final int COUNTED = 10_000;

  /** Sort keys that no two objects share. */
  private static final Set<String> NUMBERS = Set.of("o.id", "p.object");

  private final SearchRequest request;
  private final List<Boolean> everything = new ArrayList<>();
  private final List<Optional<Fetch>> fetches = new ArrayList<>();
  private final List<Object> arguments = new ArrayList<>();
  private final String unordered;
  private final String order;

  private record Key(int branch, long id, @Nullable Long place, @Nullable Object score) {}

  private Search(SearchRequest request, Definition definition) throws QueryException {
    this.request = request;
    Statement statement = Parser.parse(request.statement());
    Vocabulary vocabulary = new Vocabulary(definition, request.behaviour());
    Visibility visibility =
        new Visibility(definition, vocabulary, request.rights(), request.caller());
    Values values = new Values(definition, request);
    List<String> selects = new ArrayList<>();
    Map<Statement.Select, Integer> seen = new HashMap<>();
    boolean mayRepeat = false;
    boolean byNumber = false;
    boolean history = false;
    boolean untied = true;
    Set<Integer> sorted = new HashSet<>();
    for (Statement.Select select : statement.selects()) {
      SelectCompiler compiler =
          new SelectCompiler(select, visibility.target(select.from()), values, request, visibility);
      if (compiler.history() && statement.selects().size() > 1) {
        throw new QueryException(select.from().position(), Message.of("query.history"));
      }
      history = compiler.history();
      byNumber = !history && compiler.byText() && statement.selects().size() == 1;
      Statement.Select alike =
          new Statement.Select(
              select.items(), new Condition.Name(select.from().text(), 0), Optional.empty());
      Integer earlier = seen.putIfAbsent(alike, selects.size());
      mayRepeat |= earlier != null;
      List<String> keys =
          statement.order().isEmpty()
              ? List.of(history ? "h.time" : byNumber ? "fulltext.rowid" : "o.created")
              : compiler.order(statement.order(), statement.selects().size() > 1);
      untied &= NUMBERS.contains(keys.getLast());
      for (int i = 0; i < keys.size(); i++) {
        if (!keys.get(i).equals(SelectCompiler.NO_COLUMN)) {
          sorted.add(i);
        }
      }
      selects.add(compiler.keys(earlier == null ? selects.size() : earlier, keys));
      arguments.addAll(compiler.arguments());
      if (arguments.size() > Conditions.MOST_VALUES) {
        throw new QueryException(
            select.from().position(), Message.of("query.values", Conditions.MOST_VALUES));
      }
      everything.add(select.everything() && !history);
      fetches.add(compiler.fetch());
    }
    for (int i = 0; i < statement.order().size(); i++) {
      if (!sorted.contains(i)) {
        Condition.Name name = statement.order().get(i).column();
        throw new QueryException(name.position(), Message.of("query.column.none", name.text()));
      }
    }
    boolean distinct = mayRepeat && !statement.keepDuplicates();
    this.unordered = String.join(distinct ? " UNION " : " UNION ALL ", selects);
    this.order = order(statement.order(), byNumber, untied) + (history ? ", 3" : "");
  }

  /**
   * Parses and checks a search.
   *
   * @throws QueryException when the statement is wrong or names what the definition lacks
   */
  public static Search of(SearchRequest request, Definition definition) throws QueryException {
    return new Search(request, definition);
  }

  /** Runs it in one snapshot. */
  public Hits run(Session session) {
    List<Object> paged = new ArrayList<>(arguments);
    paged.add(request.most() + 1L);
    paged.add((long) request.skip());
    List<Key> keys =
        session.list(
            unordered + order + " LIMIT ? OFFSET ?",
            row -> {
              long place = row.getLong(3);
              Long none = row.wasNull() ? null : place;
              return new Key(row.getInt(1), row.getLong(2), none, row.getObject(4));
            },
            paged.toArray());
    boolean more = keys.size() > request.most();
    List<Key> page = more ? keys.subList(0, request.most()) : keys;
    boolean known = !more && (!page.isEmpty() || request.skip() == 0);
    long total = known ? request.skip() + (long) page.size() : total(session, page.size(), more);
    return new Hits(page.stream().map(key -> hit(session, key)).toList(), more, total);
  }

  /** How the database finds a page. */
  List<String> plan(Session session) {
    List<Object> bound = new ArrayList<>(arguments);
    bound.add(request.most() + 1L);
    bound.add((long) request.skip());
    return session.list(
        "EXPLAIN QUERY PLAN " + unordered + order + " LIMIT ? OFFSET ?",
        row -> row.getString(4),
        bound.toArray());
  }

  private long total(Session session, int hits, boolean more) {
    long seen = request.skip() + (long) hits + (more ? 1 : 0);
    boolean asked =
        request.behaviour().has(Feature.TRUE_TOTAL)
            && !request.behaviour().reads(Reading.TOTAL_LOWER_BOUND);
    return asked ? count(session, seen) : seen;
  }

  private long count(Session session, long seen) {
    List<Object> bounded = new ArrayList<>(arguments);
    bounded.add(Math.max(seen, COUNTED));
    return session
        .first(
            "SELECT count(*) FROM (" + unordered + " LIMIT ?)",
            row -> row.getLong(1),
            bounded.toArray())
        .orElse(0L);
  }

  private Hit hit(Session session, Key key) {
    long type =
        session
            .first("SELECT type FROM object WHERE id = ?", row -> row.getLong(1), key.id())
            .orElseThrow();
    Optional<Fetch> fetch = fetches.get(key.branch());
    List<Hit.Cell> cells = fetch.isEmpty() ? List.of() : cells(session, fetch.get(), key);
    return new Hit(key.id(), type, everything.get(key.branch()), cells);
  }

  private static List<Hit.Cell> cells(Session session, Fetch fetch, Key key) {
    return session
        .first(
            fetch.statement(),
            row -> {
              List<Hit.Cell> cells = new ArrayList<>();
              for (int i = 0; i < fetch.items().size(); i++) {
                Fetch.Item item = fetch.items().get(i);
                boolean score = item.column() instanceof Column.Score;
                cells.add(
                    new Hit.Cell(
                        item.key(), item.column(), score ? key.score() : row.getObject(i + 1)));
              }
              return Collections.unmodifiableList(cells);
            },
            key.place(),
            key.id())
        .orElse(List.of());
  }

  /** Equal keys are ordered by number, in the direction of the last key so that an index serves. */
  private static String order(List<Statement.Order> order, boolean byNumber, boolean untied) {
    if (order.isEmpty()) {
      return byNumber ? " ORDER BY 5" : " ORDER BY 5, 2";
    }
    StringBuilder sql = new StringBuilder(" ORDER BY ");
    int column = 5;
    for (Statement.Order item : order) {
      sql.append(column++).append(item.descending() ? " DESC, " : ", ");
    }
    if (untied) {
      sql.setLength(sql.length() - 2);
      return sql.toString();
    }
    return sql.append('2').append(order.getLast().descending() ? " DESC" : "").toString();
  }
}
