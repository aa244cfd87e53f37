package org.kontor.ui.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is looked for in texts; see {@link FoldedText} for what counts as the same. */
final class TextQuery {
  /** Characters; of more nobody remembers how they were written. */
  private static final int LONGEST = 500;

  private final String wanted;
  private final Locale locale;

  private TextQuery(String wanted, Locale locale) {
    this.wanted = wanted;
    this.locale = locale;
  }

  /**
   * @param typed by a person
   * @return empty where that is nothing to look for
   */
  static Optional<TextQuery> of(String typed, Locale locale) {
    String cut = typed.substring(0, Math.min(typed.length(), LONGEST));
    String wanted = new FoldedText(cut, locale).text().strip();
    return wanted.isEmpty() ? Optional.empty() : Optional.of(new TextQuery(wanted, locale));
  }

  /**
   * A part of a text.
   *
   * @param start in characters
   * @param end after its last character
   */
  record Span(int start, int end) {}

  /** Where it stands in a text, in order; none reaches into the next. Takes a while. */
  List<Span> in(String text) {
    FoldedText folded = new FoldedText(text, locale);
    String searched = folded.text();
    List<Span> spans = new ArrayList<>();
    int at = searched.indexOf(wanted);
    while (at >= 0) {
      int end = at + wanted.length();
      spans.add(new Span(folded.startOf(at), folded.endOf(end - 1)));
      at = searched.indexOf(wanted, end);
    }
    return spans;
  }
}
