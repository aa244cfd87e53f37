package org.kontor.ui.form;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds what is meant by a few letters: first by its beginning, then a word's, then anywhere. */
final class TypeAhead {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int WORSE_THAN_ALL = 4;

  private TypeAhead() {}

  /** Text in the form in which it is compared: small letters, without marks above or below. */
  static String key(String text) {
    String small = text.strip().toLowerCase(Locale.ROOT).replace("ß", "ss");
    for (int i = 0; i < small.length(); i++) {
      if (small.charAt(i) > 127) {
        return MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
      }
    }
    return small;
  }

  /**
   * The best candidates for what was typed, best first, equals in their order.
   *
   * @param key of a candidate, made by {@link #key}
   */
  static <T> List<T> best(String typed, List<T> candidates, Function<T, String> key, int limit) {
    String query = key(typed);
    if (query.isEmpty()) {
      return candidates.stream().limit(limit).toList();
    }
    String[] words = query.split("\\s+");
    List<List<T>> byRank = new ArrayList<>();
    for (int rank = 0; rank < WORSE_THAN_ALL; rank++) {
      byRank.add(new ArrayList<>());
    }
    for (T candidate : candidates) {
      int rank = rank(key.apply(candidate), query, words);
      if (rank < WORSE_THAN_ALL) {
        byRank.get(rank).add(candidate);
      }
    }
    return byRank.stream().flatMap(List::stream).limit(limit).toList();
  }

  private static int rank(String key, String query, String[] words) {
    int at = key.indexOf(query);
    if (at == 0) {
      return 0;
    }
    boolean inside = at > 0;
    for (; at > 0; at = key.indexOf(query, at + 1)) {
      if (!Character.isLetterOrDigit(key.charAt(at - 1))) {
        return 1;
      }
    }
    if (inside) {
      return 2;
    }
    for (String word : words) {
      if (!key.contains(word)) {
        return WORSE_THAN_ALL;
      }
    }
    return 3;
  }
}
