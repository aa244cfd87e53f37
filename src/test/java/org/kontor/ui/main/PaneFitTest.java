package org.kontor.ui.main;

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
  void whatWasAskedForIsThere() {
    assertEquals(List.of(Pane.LIST, Pane.PREVIEW), PaneFit.visible(960, 2, Pane.PREVIEW));
    assertEquals(List.of(Pane.TREE, Pane.LIST), PaneFit.visible(960, 2, Pane.TREE));
    assertEquals(List.of(Pane.TREE), PaneFit.visible(100, 2, Pane.TREE));
  }
}
