package org.kontor.ui.preview;

import java.util.Comparator;

/**
 * A page of a document.
 *
 * @param file which of its files, from 0
 * @param page in that file, from 0
 */
record PageAt(int file, int page) implements Comparable<PageAt> {
  private static final Comparator<PageAt> ORDER =
      Comparator.comparingInt(PageAt::file).thenComparingInt(PageAt::page);

  @Override
  public int compareTo(PageAt other) {
    return ORDER.compare(this, other);
  }
}
