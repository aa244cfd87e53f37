package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.ui.main.PaneLayout.Pane;

/** Who gives way in a narrow window or with a large font. */
final class PaneFitTest {
  @Test
  void allHaveRoomInTheSmallestWindowAtTheUsualSize() {
    assertEquals(List.of(Pane.values()), PaneFit.visible(960, 1, Pane.LIST));
  }

  @Test
  void treeAndPreviewGiveWayAtTwiceTheSize() {
    assertEquals(List.of(Pane.LIST, Pane.FORM), PaneFit.visible(960, 2, Pane.LIST));
    assertEquals(List.of(Pane.LIST, Pane.FORM), PaneFit.visible(960, 2, Pane.FORM));
  }

  @Test
  void inANarrowWindowAllGiveWayAlikeAndThePreviewTakesTheRestOfAWideOne() {
    List<Pane> all = List.of(Pane.values());
    assertArrayEquals(new double[] {220, 260, 480, 320}, PaneFit.widths(all, 1280), 1);
    assertArrayEquals(new double[] {186, 226, 263, 286}, PaneFit.widths(all, 960), 1);
    assertArrayEquals(new double[] {160, 200, 160, 260}, PaneFit.widths(all, 700), 1);
    assertArrayEquals(
        new double[] {680, 320}, PaneFit.widths(List.of(Pane.LIST, Pane.FORM), 1000), 1);
  }

  @Test
  void whatWasAskedForIsThere() {
    assertEquals(List.of(Pane.LIST, Pane.PREVIEW), PaneFit.visible(960, 2, Pane.PREVIEW));
    assertEquals(List.of(Pane.TREE, Pane.LIST), PaneFit.visible(960, 2, Pane.TREE));
    assertEquals(List.of(Pane.TREE), PaneFit.visible(100, 2, Pane.TREE));
  }
}
