package org.kontor.ui.preview;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as it is compared, and where each of its characters comes from. Upper and lower case are
 * one; so are composed and decomposed letters, ligatures and their letters, sharp s and ss, any
 * white space and one blank. A word divided at the end of a line is whole again; before a capital
 * the hyphen stays, as in "E-Mail".
 */
final class FoldedText {
  private static final char SOFT_HYPHEN = '\u00ad';
  private static final int ASCII = 128;

  private final String original;
  private final Locale locale;
  private final String[] small = new String[ASCII];
  private final StringBuilder folded;
  private int[] starts;
  private int[] ends;

  /**
   * @param locale whose letters it has: in Turkish, for instance, i is not the small I
   */
  FoldedText(String original, Locale locale) {
    this.original = original;
    this.locale = locale;
    for (char letter = 0; letter < ASCII; letter++) {
      small[letter] = String.valueOf(letter).toLowerCase(locale);
    }
    folded = new StringBuilder(original.length());
    starts = new int[original.length()];
    ends = new int[original.length()];
    int at = 0;
    while (at < original.length()) {
      at = fold(at);
    }
  }

  /** The text as it is compared. */
  String text() {
    return folded.toString();
  }

  /** Where a character of the folded text begins in the original. */
  int startOf(int character) {
    return starts[character];
  }

  /** Where a character of the folded text ends in the original. */
  int endOf(int character) {
    return ends[character];
  }

  /**
   * @return where it goes on
   */
  private int fold(int at) {
    char character = original.charAt(at);
    if (isSpace(character)) {
      int end = afterSpace(at);
      add(" ", at, end);
      return end;
    }
    if (isHyphen(character)) {
      return foldHyphen(at);
    }
    int end = at + Character.charCount(original.codePointAt(at));
    while (end < original.length() && isMark(original.codePointAt(end))) {
      end += Character.charCount(original.codePointAt(end));
    }
    boolean plain = end == at + 1 && character < ASCII;
    add(plain ? small[character] : letters(original.substring(at, end)), at, end);
    return end;
  }

  private int foldHyphen(int at) {
    boolean soft = original.charAt(at) == SOFT_HYPHEN;
    int next = afterSpace(at + 1);
    boolean divides =
        at > 0
            && Character.isLetter(original.charAt(at - 1))
            && next < original.length()
            && Character.isLetter(original.charAt(next))
            && original.substring(at + 1, next).indexOf('\n') >= 0;
    boolean vanishes = soft || (divides && Character.isLowerCase(original.charAt(next)));
    if (!vanishes) {
      add("-", at, at + 1);
    }
    return divides ? next : at + 1;
  }

  private String letters(String cluster) {
    String composed = Normalizer.normalize(cluster, Normalizer.Form.NFKC);
    // By way of capitals, so that the sharp s and what else has no single capital becomes one.
    return composed.toLowerCase(locale).toUpperCase(locale).toLowerCase(locale);
  }

  private void add(String characters, int start, int end) {
    int from = folded.length();
    folded.append(characters);
    if (folded.length() > starts.length) {
      starts = Arrays.copyOf(starts, 2 * folded.length());
      ends = Arrays.copyOf(ends, 2 * folded.length());
    }
    Arrays.fill(starts, from, folded.length(), start);
    Arrays.fill(ends, from, folded.length(), end);
  }

  private int afterSpace(int from) {
    int at = from;
    while (at < original.length() && isSpace(original.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  private static boolean isHyphen(char character) {
    return character == '-'
        || character == SOFT_HYPHEN
        || character == '\u2010'
        || character == '\u2011';
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
