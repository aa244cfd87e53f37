package org.kontor.ui.main;

import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** Tree, list, preview and form side by side; the preview takes what is left. */
final class PaneLayout {
  private static final double TREE_WIDTH = 220;
  private static final double LIST_WIDTH = 260;
  private static final double FORM_WIDTH = 320;
  private static final double PREVIEW_LEAST = 160;

  private final SplitPane split = new SplitPane();
  private boolean laidOut;

  PaneLayout(Region tree, Region list, Region preview, Region form) {
    limit(tree, 160, TREE_WIDTH);
    limit(list, 200, LIST_WIDTH);
    limit(form, 260, FORM_WIDTH);
    preview.setMinWidth(PREVIEW_LEAST);
    split.getItems().setAll(tree, list, preview, form);
    split.getStyleClass().add("panes");
    // A low window cuts the panes, never the header or the status line.
    split.setMinHeight(0);
    split.getItems().forEach(pane -> ((Region) pane).setMinHeight(0));
    split
        .widthProperty()
        .addListener(
            (_, _, width) -> {
              if (!laidOut && width.doubleValue() > 0) {
                laidOut = true;
                place(width.doubleValue());
              }
            });
  }

  Region root() {
    return split;
  }

  private void place(double width) {
    split.setDividerPositions(
        TREE_WIDTH / width, (TREE_WIDTH + LIST_WIDTH) / width, (width - FORM_WIDTH) / width);
  }

  private static void limit(Region pane, double least, double wanted) {
    pane.setMinWidth(least);
    pane.setPrefWidth(wanted);
    SplitPane.setResizableWithParent(pane, false);
  }
}
