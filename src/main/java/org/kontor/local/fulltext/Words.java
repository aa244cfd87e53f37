package org.kontor.local.fulltext;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kontor.local.definition.Field;
import org.kontor.local.definition.ObjectType;

/**
 * The words of texts, and the marked words that keep fields and types apart in one index: the index
 * takes characters for private use as letters, so that a marked word is one word.
 */
public final class Words {
  private static final char IN_FIELD = '\uE000';
  private static final char NO_LETTER = '\uE001';
  private static final char OF_TYPE = '\uE002';

  private Words() {}

  /** The words of a text in their order. */
  public static List<String> of(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int at = 0; at <= composed.length(); at++) {
      boolean letter = at < composed.length() && Character.isLetterOrDigit(composed.charAt(at));
      if (letter && start < 0) {
        start = at;
      } else if (!letter && start >= 0) {
        words.add(composed.substring(start, at));
        start = -1;
      }
    }
    return words;
  }

  /** A word as it stands in one field. */
  public static String inField(Field field, String word) {
    StringBuilder marked = new StringBuilder();
    field
        .internal()
        .toLowerCase(Locale.ROOT)
        .chars()
        .forEach(c -> marked.append(Character.isLetterOrDigit(c) ? (char) c : NO_LETTER));
    return marked.append(IN_FIELD).append(word).toString();
  }

  /** The word that every object of a type has. */
  public static String ofType(ObjectType type) {
    return OF_TYPE + Long.toString(type.id());
  }
}
