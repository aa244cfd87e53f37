package org.kontor.ui.main;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.FontSize;
import org.kontor.ui.common.Listening;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.PlainScrollPane;

/**
 * Tree, list, preview and form side by side; the preview takes what is left. Where the window is
 * too narrow for all of them, as with a large font, some give way, and a line above leads to them.
 */
final class PaneLayout {
  /** In their order on the screen; measures in pixels at 100 percent. */
  enum Pane {
    TREE(160, 220),
    LIST(200, 260),
    PREVIEW(160, 400),
    FORM(260, 320);

    private final double least;
    private final double usual;

    Pane(double least, double usual) {
      this.least = least;
      this.usual = usual;
    }

    double least() {
      return least;
    }

    double usual() {
      return usual;
    }
  }

  /** The keys stay in the list, and lead from one large preview to the next. */
  private static final List<Pane> LARGE = List.of(Pane.LIST, Pane.PREVIEW);

  /** What the toolkit calls it. */
  private static final String DIVIDER = "split-pane-divider";

  private final Map<Pane, Region> regions = new EnumMap<>(Pane.class);
  private final Map<Pane, ScrollPane> frames = new EnumMap<>(Pane.class);
  private final SplitPane split = new SplitPane();
  private final PaneSwitch line;
  private final VBox root;
  private final ObservableIntegerValue fontPercent;
  private Pane wanted = Pane.LIST;
  private List<Pane> shown = List.of();
  private boolean large;

  /** Whether a person has moved a divider since these panes are shown. */
  private boolean ownWidths;

  PaneLayout(
      Region tree,
      Region list,
      Region preview,
      Region form,
      ObservableIntegerValue fontPercent,
      Messages messages) {
    this.fontPercent = fontPercent;
    regions.put(Pane.TREE, tree);
    regions.put(Pane.LIST, list);
    regions.put(Pane.PREVIEW, preview);
    regions.put(Pane.FORM, form);
    regions.forEach(
        (pane, region) -> {
          ScrollPane frame = frame(region);
          Ems.minWidth(frame, pane.least());
          SplitPane.setResizableWithParent(frame, pane == Pane.PREVIEW);
          frames.put(pane, frame);
        });
    split.getStyleClass().add("panes");
    split.setMinSize(0, 0);
    line = new PaneSwitch(messages, this::reveal);
    root = new VBox(line.root(), split);
    VBox.setVgrow(split, Priority.ALWAYS);
    root.setMinSize(0, 0);
    root.widthProperty().addListener(_ -> arrange(false));
    split.widthProperty().addListener(_ -> divide());
    split.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    Listening.to(fontPercent, root().getProperties(), () -> arrange(true));
  }

  Region root() {
    return root;
  }

  /** In a window too low for it, a pane can be scrolled as a whole. */
  private static ScrollPane frame(Region region) {
    region.setMinWidth(0);
    ScrollPane frame = new PlainScrollPane(region);
    frame.setFitToWidth(true);
    frame.setFitToHeight(true);
    frame.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    frame.setMinHeight(0);
    frame.setFocusTraversable(false);
    frame.getStyleClass().add("pane-frame");
    return frame;
  }

  /** Makes sure that a pane is there, before it gets the keys. */
  void reveal(Parent region) {
    regions.forEach(
        (pane, of) -> {
          if (of.equals(region)) {
            reveal(pane);
          }
        });
  }

  /** Gives the preview all room that the list leaves, or puts the other panes back. */
  void enlargePreview(boolean now) {
    if (large != now) {
      large = now;
      arrange(false);
    }
  }

  boolean isPreviewLarge() {
    return large;
  }

  private void reveal(Pane pane) {
    wanted = pane;
    large &= LARGE.contains(pane);
    if (!shown.contains(pane)) {
      arrange(false);
    }
  }

  /** Which pane has the keys: it stays when it gets narrow. */
  void has(Node focused) {
    for (Map.Entry<Pane, Region> entry : regions.entrySet()) {
      for (Node node = focused; node != null; node = node.getParent()) {
        if (node.equals(entry.getValue())) {
          wanted = entry.getKey();
        }
      }
    }
  }

  private void arrange(boolean anew) {
    double width = root.getWidth();
    if (width <= 0) {
      return;
    }
    List<Pane> fitting = large ? LARGE : PaneFit.visible(width, scale(), wanted);
    if (!anew && fitting.equals(shown)) {
      return;
    }
    shown = fitting;
    ownWidths = false;
    split.getItems().setAll(fitting.stream().map(frames::get).toList());
    divide(width);
    line.show(fitting);
  }

  /** The window has become wider or narrower: what a person has set stays. */
  private void divide() {
    if (!ownWidths && split.getWidth() > 0) {
      divide(split.getWidth());
    }
  }

  private void divide(double width) {
    // Dividers of parts that were not laid out yet go back to where they were.
    split.applyCss();
    split.layout();
    split.setDividerPositions(dividers(shown, width, scale()));
  }

  private double scale() {
    return fontPercent.get() / (double) FontSize.USUAL;
  }

  private void dragged(MouseEvent event) {
    for (Node node = (Node) event.getTarget(); node != null; node = node.getParent()) {
      ownWidths |= split.equals(node.getParent()) && node.getStyleClass().contains(DIVIDER);
    }
  }

  private static double[] dividers(List<Pane> panes, double width, double scale) {
    double[] widths = PaneFit.widths(panes, width / scale);
    double[] positions = new double[panes.size() - 1];
    double edge = 0;
    for (int at = 0; at < positions.length; at++) {
      edge += widths[at] * scale;
      positions[at] = Math.min(1, edge / width);
    }
    return positions;
  }
}
