package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import org.kontor.ui.main.PaneLayout.Pane;

/** Which panes there is room for. A pure rule, so that it can be tested without a window. */
final class PaneFit {
  /** Who stays when it gets narrow: one files with list and form, and knows where one is. */
  private static final List<Pane> BY_WORTH = List.of(Pane.LIST, Pane.FORM, Pane.PREVIEW, Pane.TREE);

  private PaneFit() {}

  /**
   * @param width pixels of the window
   * @param scale how large the font is, 1 for its usual size
   * @param wanted the pane that was asked for last; it is there in any case
   * @return in their order on the screen, at least one
   */
  static List<Pane> visible(double width, double scale, Pane wanted) {
    List<Pane> order = new ArrayList<>(BY_WORTH);
    order.remove(wanted);
    order.addFirst(wanted);
    List<Pane> shown = new ArrayList<>();
    double left = width;
    for (Pane pane : order) {
      double least = pane.least() * scale;
      if (shown.isEmpty() || least <= left) {
        shown.add(pane);
        left -= least;
      }
    }
    shown.sort(null);
    return shown;
  }
}
