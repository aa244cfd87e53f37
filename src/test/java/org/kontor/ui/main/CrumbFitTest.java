package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CrumbFitTest {
  /** Cabinet, folder, two registers, and the one that is shown. */
  private static final List<Double> WAY = List.of(100.0, 300.0, 150.0, 60.0, 50.0);

  private static CrumbFit in(double room) {
    return CrumbFit.of(WAY, 70, 10, 40, room);
  }

  @Test
  void allAreWholeWhereThereIsRoom() {
    assertEquals(new CrumbFit(0, 0, WAY), in(700));
  }

  @Test
  void theLongOnesGiveWayFirst() {
    assertEquals(new CrumbFit(0, 0, List.of(100.0, 145.0, 145.0, 60.0, 50.0)), in(540));
    assertEquals(new CrumbFit(0, 0, List.of(70.0, 70.0, 70.0, 60.0, 50.0)), in(360));
  }

  @Test
  void thenTheMiddleIsHiddenFromTheCabinetOn() {
    CrumbFit two = in(359);
    assertEquals(List.of(1, 2), List.of(two.from(), two.to()));
    CrumbFit four = in(230);
    assertEquals(List.of(1, 4), List.of(four.from(), four.to()));
    assertEquals(List.of(100.0, 0.0, 0.0, 0.0, 50.0), four.widths());
  }

  @Test
  void atLastOnlyWhereOneIsStays() {
    assertEquals(new CrumbFit(0, 4, List.of(0.0, 0.0, 0.0, 0.0, 50.0)), in(120));
    assertEquals(new CrumbFit(0, 4, List.of(0.0, 0.0, 0.0, 0.0, 20.0)), in(60));
    assertEquals(new CrumbFit(0, 4, List.of(0.0, 0.0, 0.0, 0.0, 0.0)), in(0));
  }

  @Test
  void neverWiderThanTheRoom() {
    for (double room = 60; room < 800; room += 7) {
      CrumbFit fit = in(room);
      int hidden = fit.to() - fit.from();
      double signs = 10.0 * (4 - hidden) + (hidden > 0 ? 40 : 0);
      double names = fit.widths().stream().mapToDouble(Double::doubleValue).sum();
      assertTrue(names + signs <= room + 0.001, room + ": " + fit);
    }
  }

  @Test
  void aPlaceWithNothingAboveHasAllTheRoom() {
    assertEquals(new CrumbFit(0, 0, List.of(50.0)), CrumbFit.of(List.of(80.0), 70, 10, 40, 50));
    assertEquals(80.0, CrumbFit.of(List.of(80.0), 70, 10, 40, 90).widths().getFirst());
  }
}
