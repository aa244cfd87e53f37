package org.kontor.ui.preview;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How many hits each page holds, as far as pages were looked through: from one of them on to the
 * end, and then from the beginning. Used on the window's thread.
 */
final class HitPages {
  private final NavigableMap<PageAt, Integer> hits;
  private int total;
  private int looked;
  private int withoutText;
  private int incomplete;

  /**
   * @param from the page that is looked through first
   */
  HitPages(PageAt from) {
    Comparator<PageAt> around = Comparator.comparing(page -> page.compareTo(from) < 0);
    hits = new TreeMap<>(around.thenComparing(Comparator.naturalOrder()));
  }

  /**
   * What was found on a page.
   *
   * @param withoutText whether it is a picture
   * @param complete false where a part of it could not be read
   */
  record Looked(PageAt at, int hits, boolean withoutText, boolean complete) {}

  /**
   * One hit.
   *
   * @param number which one on its page, from 0
   */
  record Hit(PageAt at, int number) {}

  void add(Looked page) {
    looked++;
    withoutText += page.withoutText() ? 1 : 0;
    incomplete += page.complete() ? 0 : 1;
    if (page.hits() > 0) {
      hits.put(page.at(), page.hits());
      total += page.hits();
    }
  }

  /** Of one page, as far as it was looked through. */
  int on(PageAt page) {
    return hits.getOrDefault(page, 0);
  }

  /** Of all pages. */
  int total() {
    return total;
  }

  /** Pages that were looked through. */
  int looked() {
    return looked;
  }

  /** Pages that are pictures. */
  int withoutText() {
    return withoutText;
  }

  /** Pages of which a part could not be read. */
  int incomplete() {
    return incomplete;
  }

  /** Which one it is, from 1, in the order of the document. */
  int numberOf(Hit hit) {
    int before = 0;
    for (Map.Entry<PageAt, Integer> page : hits.entrySet()) {
      before += page.getKey().compareTo(hit.at()) < 0 ? page.getValue() : 0;
    }
    return before + hit.number() + 1;
  }

  /** The first one that was looked through. */
  Optional<Hit> first() {
    return hits.isEmpty() ? Optional.empty() : Optional.of(new Hit(hits.firstKey(), 0));
  }

  /** The last one that was looked through. */
  Optional<Hit> last() {
    return hits.isEmpty() ? Optional.empty() : Optional.of(lastOf(hits.lastEntry()));
  }

  /** The next one that was looked through after it; empty where it is the last. */
  Optional<Hit> after(Hit hit) {
    return hit.number() + 1 < on(hit.at())
        ? Optional.of(new Hit(hit.at(), hit.number() + 1))
        : Optional.ofNullable(hits.higherEntry(hit.at())).map(HitPages::firstOf);
  }

  /** The one that was looked through before it; empty where it is the first. */
  Optional<Hit> before(Hit hit) {
    return hit.number() > 0
        ? Optional.of(new Hit(hit.at(), hit.number() - 1))
        : Optional.ofNullable(hits.lowerEntry(hit.at())).map(HitPages::lastOf);
  }

  /** The first one on this page or after it. */
  Optional<Hit> from(PageAt page) {
    return Optional.ofNullable(hits.ceilingEntry(page)).map(HitPages::firstOf);
  }

  /** The last one on this page or before it. */
  Optional<Hit> upTo(PageAt page) {
    return Optional.ofNullable(hits.floorEntry(page)).map(HitPages::lastOf);
  }

  private static Hit firstOf(Map.Entry<PageAt, Integer> page) {
    return new Hit(page.getKey(), 0);
  }

  private static Hit lastOf(Map.Entry<PageAt, Integer> page) {
    return new Hit(page.getKey(), page.getValue() - 1);
  }
}
