package org.kontor.local.query;

import java.util.ArrayList;
import java.util.List;
import org.kontor.local.text.Message;

/** Cuts a statement into tokens. */
final class Lexer {
  private static final int MOST = 100_000;

  private final String statement;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String statement) {
    this.statement = statement;
  }

  static List<Token> tokens(String statement) throws QueryException {
    if (statement.length() > MOST) {
      throw new QueryException(MOST, Message.of("query.long", MOST));
    }
    return new Lexer(statement).run();
  }

  private List<Token> run() throws QueryException {
    while (true) {
      while (at < statement.length() && Character.isWhitespace(statement.charAt(at))) {
        at++;
      }
      if (at == statement.length()) {
        add(Token.Kind.END, "", at);
        return tokens;
      }
      next(statement.charAt(at));
    }
  }

  private void next(char c) throws QueryException {
    int start = at;
    if (c == '\'') {
      add(Token.Kind.TEXT, quoted('\''), start);
    } else if (c == '"') {
      add(Token.Kind.QUOTED_NAME, quoted('"'), start);
    } else if (c == '@') {
      at++;
      String name = word();
      if (name.isEmpty()) {
        throw new QueryException(start + 1, Message.of("query.parameter.name"));
      }
      add(Token.Kind.PARAMETER, name, start);
    } else if (Character.isDigit(c) || (c == '-' && digitAt(at + 1))) {
      number(start);
    } else if (Character.isLetter(c) || c == '_') {
      add(Token.Kind.WORD, word(), start);
    } else {
      symbol(start);
    }
  }

  private void number(int start) {
    at++;
    while (digitAt(at) || (at < statement.length() && statement.charAt(at) == '.')) {
      at++;
    }
    add(Token.Kind.NUMBER, statement.substring(start, at), start);
  }

  private void symbol(int start) throws QueryException {
    String two = statement.substring(at, Math.min(at + 2, statement.length()));
    if (List.of("<>", "!=", "<=", ">=").contains(two)) {
      at += 2;
      add(Token.Kind.SYMBOL, two, start);
      return;
    }
    String one = two.substring(0, 1);
    if (!"=<>(),*".contains(one)) {
      throw new QueryException(start + 1, Message.of("query.character", one));
    }
    at++;
    add(Token.Kind.SYMBOL, one, start);
  }

  private boolean digitAt(int index) {
    return index < statement.length() && Character.isDigit(statement.charAt(index));
  }

  private String word() {
    int start = at;
    while (at < statement.length()) {
      char c = statement.charAt(at);
      if (!Character.isLetterOrDigit(c) && "_:.-".indexOf(c) < 0) {
        break;
      }
      at++;
    }
    return statement.substring(start, at);
  }

  private String quoted(char quote) throws QueryException {
    int start = at++;
    StringBuilder text = new StringBuilder();
    while (at < statement.length()) {
      char c = statement.charAt(at++);
      if (c == quote) {
        if (at == statement.length() || statement.charAt(at) != quote) {
          return text.toString();
        }
        at++;
      }
      text.append(c);
    }
    throw new QueryException(start + 1, Message.of("query.unclosed"));
  }

  private void add(Token.Kind kind, String text, int start) {
    tokens.add(new Token(kind, text, start + 1));
  }
}
