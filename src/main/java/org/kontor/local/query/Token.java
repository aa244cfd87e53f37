package org.kontor.local.query;

/**
 * A word of a statement.
 *
 * @param text the word, of a text without its quotes, of a parameter without its {@code @}
 * @param position in characters from 1
 */
record Token(Kind kind, String text, int position) {
  enum Kind {
    WORD,
    QUOTED_NAME,
    TEXT,
    NUMBER,
    PARAMETER,
    SYMBOL,
    END
  }

  boolean is(String word) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
  }
}
