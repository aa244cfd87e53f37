package org.kontor.ui.preview;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The texts of a document's pages that were read, up to an amount; those of further pages are read
 * anew for each search. Safe from any thread.
 */
final class PageTexts {
  /** Characters: 3,000 usual pages. */
  private static final int MOST = 8_000_000;

  private final Map<PageAt, Kept> kept = new HashMap<>();
  private final Map<Integer, Integer> pages = new HashMap<>();
  private final Set<Integer> unreadable = new HashSet<>();
  private int characters;

  /**
   * A page's text.
   *
   * @param picture whether the page has none
   * @param complete false where a part of it could not be read
   */
  record Kept(String text, boolean picture, boolean complete) {
    static final Kept UNREADABLE = new Kept("", false, false);
  }

  /** What is known of a page without reading it. */
  synchronized Optional<Kept> of(PageAt page) {
    Kept text = kept.get(page);
    return text == null && unreadable.contains(page.file())
        ? Optional.of(Kept.UNREADABLE)
        : Optional.ofNullable(text);
  }

  synchronized void keep(PageAt page, Kept text) {
    if (characters + text.text().length() <= MOST && kept.putIfAbsent(page, text) == null) {
      characters += text.text().length();
    }
  }

  /** How many pages a file has; empty where it was not opened yet. */
  synchronized OptionalInt pagesOf(int file) {
    Integer known = pages.get(file);
    if (known == null) {
      return unreadable.contains(file) ? OptionalInt.of(1) : OptionalInt.empty();
    }
    return OptionalInt.of(known);
  }

  synchronized void count(int file, int found) {
    pages.put(file, found);
  }

  /** The rest of a file is not tried again: each page would take as long to fail. */
  synchronized void giveUp(int file) {
    unreadable.add(file);
  }
}
