package org.kontor.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class TypingInListTest {
  private static final List<String> TITLES = List.of("Anna", "Ähre", "Bert", "Anton", "anders");

  private final RowSelection selection = new RowSelection();
  private long now = 10_000;
  private final TypingInList typing =
      new TypingInList(Locale.GERMANY, selection, TypingInListTest::find, () -> now);

  private static int find(int from, Predicate<String> fits) {
    for (int step = 1; step <= TITLES.size(); step++) {
      int row = Math.floorMod(from + step, TITLES.size());
      if (fits.test(TITLES.get(row))) {
        return row;
      }
    }
    return -1;
  }

  @Test
  void lettersTypedTogetherAreOneWord() {
    typing.typed("a");
    assertEquals(0, selection.lead());
    now += 300;
    typing.typed("n");
    assertEquals(0, selection.lead(), "Anna still fits");
    now += 300;
    typing.typed("t");
    assertEquals(3, selection.lead());
  }

  @Test
  void afterAPauseTheNextOneIsFoundAndAround() {
    typing.typed("a");
    now += 2_000;
    typing.typed("a");
    assertEquals(3, selection.lead());
    now += 2_000;
    typing.typed("A");
    assertEquals(4, selection.lead());
    now += 2_000;
    typing.typed("a");
    assertEquals(0, selection.lead());
    now += 2_000;
    typing.typed("x");
    assertEquals(0, selection.lead(), "nothing begins so");
  }
}
