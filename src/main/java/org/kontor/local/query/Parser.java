package org.kontor.local.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kontor.local.text.Message;

/** Reads a statement by recursive descent; its depth is bounded. */
final class Parser {
  private static final int DEPTH = 100;
  private static final int MOST_SELECTS = 200;

  /** SQLite takes expressions of at most 1,000 levels, and each of these may add one. */
  private static final int MOST_CONDITIONS = 500;

  private static final int MOST_COLUMNS = 500;
  private static final List<Condition.Source> FUNCTIONS =
      List.of(Condition.Source.TODAY, Condition.Source.NOW, Condition.Source.CURRENT_USER);
  private static final Set<String> OPERATORS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");
  private static final Set<String> RESERVED =
      Set.of(
          "select", "from", "where", "order", "by", "union", "all", "and", "or", "not", "in",
          "like", "between", "is", "null", "asc", "desc", "as");

  private final List<Token> tokens;
  private int at;
  private int depth;
  private int conditions;

  private Parser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Statement parse(String statement) throws QueryException {
    return new Parser(Lexer.tokens(statement)).statement();
  }

  private Statement statement() throws QueryException {
    List<Statement.Select> selects = new ArrayList<>(List.of(select()));
    boolean keepDuplicates = false;
    while (taken("UNION")) {
      keepDuplicates |= taken("ALL");
      selects.add(select());
      if (selects.size() > MOST_SELECTS) {
        throw new QueryException(peek().position(), Message.of("query.selects", MOST_SELECTS));
      }
    }
    List<Statement.Order> order = new ArrayList<>();
    if (taken("ORDER")) {
      take("BY");
      do {
        Condition.Name column = column();
        boolean descending = taken("DESC");
        if (!descending) {
          taken("ASC");
        }
        order.add(new Statement.Order(column, descending));
        checkColumns(order.size());
      } while (taken(","));
    }
    if (peek().kind() != Token.Kind.END) {
      throw expected(Message.of("query.expected.end"));
    }
    return new Statement(List.copyOf(selects), keepDuplicates, List.copyOf(order));
  }

  private Statement.Select select() throws QueryException {
    take("SELECT");
    List<Statement.Item> items = new ArrayList<>();
    if (!taken("*")) {
      do {
        items.add(item());
        checkColumns(items.size());
      } while (taken(","));
    }
    take("FROM");
    Condition.Name from = type();
    Optional<Condition> where = taken("WHERE") ? Optional.of(or()) : Optional.empty();
    return new Statement.Select(List.copyOf(items), from, where);
  }

  private void checkColumns(int count) throws QueryException {
    if (count > MOST_COLUMNS) {
      throw new QueryException(peek().position(), Message.of("query.columns", MOST_COLUMNS));
    }
  }

  private Statement.Item item() throws QueryException {
    Condition.Name column = column();
    boolean alias = taken("AS") || isName(peek());
    return new Statement.Item(column, alias ? name("query.expected.alias").text() : column.text());
  }

  private Condition.Name column() throws QueryException {
    int position = peek().position();
    if (function(Target.SCORE)) {
      take(")");
      return new Condition.Name(Target.SCORE + "()", position);
    }
    return name("query.expected.column");
  }

  private Condition.Name type() throws QueryException {
    Token token = peek();
    if (token.kind() == Token.Kind.NUMBER) {
      at++;
      return new Condition.Name(token.text(), token.position());
    }
    return name("query.expected.type");
  }

  private Condition or() throws QueryException {
    List<Condition> parts = new ArrayList<>(List.of(and()));
    while (taken("OR")) {
      parts.add(and());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.Or(List.copyOf(parts));
  }

  private Condition and() throws QueryException {
    List<Condition> parts = new ArrayList<>(List.of(not()));
    while (taken("AND")) {
      parts.add(not());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.And(List.copyOf(parts));
  }

  private Condition not() throws QueryException {
    if (++depth > DEPTH) {
      throw new QueryException(peek().position(), Message.of("query.deep", DEPTH));
    }
    Condition condition;
    if (taken("NOT")) {
      condition = new Condition.Not(not());
    } else if (taken("(")) {
      condition = or();
      take(")");
    } else {
      condition = predicate();
    }
    depth--;
    return condition;
  }

  private Condition predicate() throws QueryException {
    if (++conditions > MOST_CONDITIONS) {
      throw new QueryException(peek().position(), Message.of("query.conditions", MOST_CONDITIONS));
    }
    if (function("CONTAINS")) {
      Optional<Condition.Name> field = Optional.empty();
      if (isName(peek())) {
        field = Optional.of(name("query.expected.column"));
        take(",");
      }
      Condition.Value text = value();
      take(")");
      return new Condition.Contains(field, text);
    }
    Condition.Name column = name("query.expected.condition");
    if (OPERATORS.contains(peek().text()) && peek().kind() == Token.Kind.SYMBOL) {
      String operator = tokens.get(at++).text();
      return new Condition.Compare(column, operator.equals("!=") ? "<>" : operator, value());
    }
    if (taken("IS")) {
      boolean negated = taken("NOT");
      take("NULL");
      return negated(negated, new Condition.IsNull(column));
    }
    boolean negated = taken("NOT");
    if (taken("IN")) {
      return negated(negated, new Condition.In(column, values()));
    }
    if (taken("LIKE")) {
      return negated(negated, new Condition.Like(column, value()));
    }
    if (taken("BETWEEN")) {
      Condition.Value low = value();
      take("AND");
      return negated(negated, new Condition.Between(column, low, value()));
    }
    throw expected(Message.of("query.expected.operator"));
  }

  private static Condition negated(boolean negated, Condition condition) {
    return negated ? new Condition.Not(condition) : condition;
  }

  private List<Condition.Value> values() throws QueryException {
    if (peek().kind() == Token.Kind.PARAMETER) {
      return List.of(value());
    }
    take("(");
    List<Condition.Value> values = new ArrayList<>();
    do {
      values.add(value());
    } while (taken(","));
    take(")");
    return List.copyOf(values);
  }

  private Condition.Value value() throws QueryException {
    for (Condition.Source function : FUNCTIONS) {
      int position = peek().position();
      if (function(function.name())) {
        int days = peek().kind() == Token.Kind.NUMBER ? days() : 0;
        take(")");
        return new Condition.Value("", function, days, position);
      }
    }
    Token token = peek();
    boolean word = token.is("TRUE") || token.is("FALSE");
    boolean literal = token.kind() == Token.Kind.TEXT || token.kind() == Token.Kind.NUMBER;
    if (!word && !literal && token.kind() != Token.Kind.PARAMETER) {
      throw expected(Message.of("query.expected.value"));
    }
    at++;
    boolean parameter = token.kind() == Token.Kind.PARAMETER;
    return new Condition.Value(
        token.text(),
        parameter ? Condition.Source.PARAMETER : Condition.Source.LITERAL,
        0,
        token.position());
  }

  private int days() throws QueryException {
    Token token = tokens.get(at++);
    if (!token.text().matches("-?[0-9]{1,5}")) {
      throw new QueryException(token.position(), Message.of("query.number", token.text()));
    }
    return Integer.parseInt(token.text());
  }

  /** Takes the name of a function and its opening bracket. */
  private boolean function(String name) {
    boolean is = peek().is(name) && tokens.get(at + 1).is("(");
    at += is ? 2 : 0;
    return is;
  }

  private Condition.Name name(String what) throws QueryException {
    Token token = peek();
    if (!isName(token)) {
      throw expected(Message.of(what));
    }
    at++;
    return new Condition.Name(token.text(), token.position());
  }

  private static boolean isName(Token token) {
    return token.kind() == Token.Kind.QUOTED_NAME
        || (token.kind() == Token.Kind.WORD
            && !RESERVED.contains(token.text().toLowerCase(Locale.ROOT)));
  }

  private Token peek() {
    return tokens.get(at);
  }

  private boolean taken(String word) {
    boolean is = peek().is(word);
    at += is ? 1 : 0;
    return is;
  }

  private void take(String word) throws QueryException {
    if (!taken(word)) {
      throw expected(Message.of("query.expected.word", word));
    }
  }

  private QueryException expected(Message what) {
    Token found = peek();
    return new QueryException(
        found.position(),
        found.kind() == Token.Kind.END
            ? Message.of("query.ended", what)
            : Message.of("query.unexpected", what, found.text()));
  }
}
