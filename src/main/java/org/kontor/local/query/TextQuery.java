package org.kontor.local.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.ObjectType;
import org.kontor.local.fulltext.Words;
import org.kontor.local.store.FullTextTable;
import org.kontor.local.text.Message;

/**
 * Full text as people write it, turned into the language of the index: all words must occur; {@code
 * "words in a row"}, {@code begin*}, {@code this OR that}, {@code NOT this} or {@code -this}.
 */
final class TextQuery {
  private static final int LONGEST = 1_000;
  private static final int MOST_TERMS = 50;

  private final List<List<String>> wanted = new ArrayList<>();
  private final List<String> unwanted = new ArrayList<>();
  private final Optional<Field> field;
  private final int position;

  private TextQuery(Optional<Field> field, int position) {
    this.field = field;
    this.position = position;
  }

  /**
   * The expression that the index is asked for.
   *
   * @param field the only field to look at; empty for the index data and the files
   */
  static String of(String text, Optional<ObjectType> type, Optional<Field> field, int position)
      throws QueryException {
    if (text.length() > LONGEST) {
      throw new QueryException(position, Message.of("query.text.long", LONGEST));
    }
    TextQuery query = new TextQuery(field, position);
    query.read(text);
    return query.expression(type);
  }

  private void read(String text) throws QueryException {
    boolean or = false;
    boolean not = false;
    for (String part : parts(text)) {
      switch (part) {
        case "AND" -> {}
        case "OR" -> or = true;
        case "NOT" -> not = true;
        default -> {
          boolean minus = part.startsWith("-") && part.length() > 1;
          Optional<String> term = term(minus ? part.substring(1) : part);
          if (term.isPresent()) {
            add(term.get(), not || minus, or);
          }
          or = false;
          not = false;
        }
      }
    }
  }

  private void add(String term, boolean not, boolean or) throws QueryException {
    if (not) {
      unwanted.add(term);
    } else if (or && !wanted.isEmpty()) {
      wanted.getLast().add(term);
    } else {
      wanted.add(new ArrayList<>(List.of(term)));
    }
    if (wanted.stream().mapToInt(List::size).sum() + unwanted.size() > MOST_TERMS) {
      throw new QueryException(position, Message.of("query.text.terms", MOST_TERMS));
    }
  }

  /** Cuts at blanks, but not between quotation marks. */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        quoted = !quoted;
      }
      if (Character.isWhitespace(c) && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    parts.removeIf(String::isEmpty);
    return parts;
  }

  /** A word, or words in a row; what has no letter and no digit is no term. */
  private Optional<String> term(String part) {
    Function<String, String> marked =
        word -> field.isPresent() ? Words.inField(field.get(), word) : word;
    List<String> words = Words.of(part).stream().map(marked).toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    String row = '"' + String.join(" ", words) + '"';
    return Optional.of(part.endsWith("*") ? row + " *" : row);
  }

  private String expression(Optional<ObjectType> type) throws QueryException {
    if (wanted.isEmpty()) {
      throw new QueryException(position, Message.of("query.text.empty"));
    }
    List<String> all = new ArrayList<>();
    for (List<String> either : wanted) {
      all.add("(" + String.join(" OR ", either) + ")");
    }
    String text = "(" + String.join(" AND ", all) + ")";
    for (String one : unwanted) {
      text = "(" + text + " NOT " + one + ")";
    }
    String columns =
        field.isPresent()
            ? FullTextTable.MARKED
            : "{" + FullTextTable.FIELDS + " " + FullTextTable.FILE + "}";
    String scoped = columns + " : " + text;
    return type.isPresent()
        ? "("
            + FullTextTable.MARKED
            + " : \""
            + Words.ofType(type.get())
            + "\") AND ("
            + scoped
            + ")"
        : scoped;
  }
}
