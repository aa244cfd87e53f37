package org.kontor.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The order of hits around the page that was looked through first. */
final class HitPagesTest {
  private final HitPages pages = new HitPages(new PageAt(1, 0));

  private void add(int file, int page, int hits) {
    pages.add(new HitPages.Looked(new PageAt(file, page), hits, false, true));
  }

  private static HitPages.Hit hit(int file, int page, int number) {
    return new HitPages.Hit(new PageAt(file, page), number);
  }

  @Test
  void theyFollowFromThatPageAroundTheDocumentAndAreNumberedFromItsBeginning() {
    add(1, 0, 0);
    add(1, 1, 2);
    add(2, 0, 1);
    add(0, 0, 1);
    add(0, 1, 0);
    List<HitPages.Hit> forth = new ArrayList<>();
    for (Optional<HitPages.Hit> at = pages.first(); at.isPresent(); at = at.flatMap(pages::after)) {
      forth.add(at.get());
    }
    assertEquals(List.of(hit(1, 1, 0), hit(1, 1, 1), hit(2, 0, 0), hit(0, 0, 0)), forth);
    List<HitPages.Hit> back = new ArrayList<>();
    for (Optional<HitPages.Hit> at = pages.last(); at.isPresent(); at = at.flatMap(pages::before)) {
      back.add(at.get());
    }
    assertEquals(forth.reversed(), back);
    assertEquals(List.of(2, 3, 4, 1), forth.stream().map(pages::numberOf).toList());
    assertEquals(4, pages.total());
  }

  @Test
  void fromAPageWithoutHitsTheNearestIsNext() {
    assertEquals(Optional.empty(), pages.first());
    assertEquals(Optional.empty(), pages.last());
    add(1, 0, 0);
    add(1, 1, 2);
    assertEquals(Optional.of(hit(1, 1, 0)), pages.from(new PageAt(1, 0)));
    assertEquals(Optional.empty(), pages.upTo(new PageAt(1, 0)));
    assertEquals(Optional.of(hit(1, 1, 1)), pages.upTo(new PageAt(1, 2)));
    assertEquals(Optional.empty(), pages.from(new PageAt(2, 0)), "not looked through yet");
  }
}
