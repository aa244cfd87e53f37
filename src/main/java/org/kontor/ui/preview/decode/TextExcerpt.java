package org.kontor.ui.preview.decode;

import java.util.ArrayList;
import java.util.List;

/**
 * Plain text for the screen: lines end with a line feed, no control characters but the tabulator.
 *
 * @param cut whether the file goes on
 */
public record TextExcerpt(String text, boolean cut) {
  /** Characters on one page of {@link #pages}: as many as a text area lays out in no time. */
  static final int PAGE = 12_000;

  /** The text in pages that end with a line where there is one; at least one page. */
  public List<String> pages() {
    List<String> pages = new ArrayList<>();
    int start = 0;
    while (text.length() - start > PAGE) {
      int end = text.lastIndexOf('\n', start + PAGE - 1) + 1;
      if (end <= start + PAGE / 2) {
        end = start + PAGE - (Character.isHighSurrogate(text.charAt(start + PAGE - 1)) ? 1 : 0);
      }
      pages.add(text.substring(start, end));
      start = end;
    }
    pages.add(text.substring(start));
    return pages;
  }
}
