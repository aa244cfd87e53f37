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

  /**
   * How wide each is: the usual widths, where one takes the rest, the preview, else the list; in a
   * narrower window all give way alike.
   *
   * @param width of all of them, in pixels at the usual size of the font
   */
  static double[] widths(List<Pane> panes, double width) {
    Pane taker = panes.contains(Pane.PREVIEW) ? Pane.PREVIEW : Pane.LIST;
    double usual = panes.stream().mapToDouble(Pane::usual).sum();
    double least = panes.stream().mapToDouble(Pane::least).sum();
    double room = usual > least ? Math.clamp((width - least) / (usual - least), 0, 1) : 1;
    return panes.stream()
        .mapToDouble(
            pane ->
                pane.least()
                    + room * (pane.usual() - pane.least())
                    + (pane == taker ? Math.max(0, width - usual) : 0))
        .toArray();
  }
}
