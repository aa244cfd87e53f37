package org.kontor.ui.preview;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.kontor.ui.preview.decode.PageText;

/** Lies over the picture of a page, as large as it, and marks the hits. */
final class HitLayer {
  /** More than this on either side of the current one are not drawn. */
  private static final int MOST = 1_000;

  /** Pixels around the letters. */
  private static final double MARGIN = 1;

  private final Pane root = new Pane();
  private final Path others = new Path();
  private final Path current = new Path();
  private ShownHits hits = ShownHits.NONE;
  private int quarterTurns;

  HitLayer() {
    others.getStyleClass().add("hits");
    current.getStyleClass().add("current-hit");
    others.setManaged(false);
    current.setManaged(false);
    root.getChildren().setAll(others, current);
    root.setMouseTransparent(true);
    root.widthProperty().subscribe(_ -> draw());
    root.heightProperty().subscribe(_ -> draw());
  }

  Region root() {
    return root;
  }

  /**
   * @param turns of the page, clockwise
   */
  void show(ShownHits shown, int turns) {
    hits = shown;
    quarterTurns = turns;
    draw();
  }

  /** Where the current hit is, in the coordinates of the {@link #root}; empty for none. */
  Optional<Bounds> current() {
    return current.getElements().isEmpty()
        ? Optional.empty()
        : Optional.of(current.getBoundsInParent());
  }

  private void draw() {
    others.getElements().clear();
    current.getElements().clear();
    List<TextQuery.Span> spans = hits.spans();
    int at = Math.max(0, hits.current());
    for (int each = Math.max(0, at - MOST); each < Math.min(spans.size(), at + MOST); each++) {
      Path path = each == hits.current() ? current : others;
      TextQuery.Span span = spans.get(each);
      for (PageText.Box box : hits.text().boxes(span.start(), span.end())) {
        add(box.turned(quarterTurns), path);
      }
    }
  }

  private void add(PageText.Box box, Path path) {
    double width = root.getWidth();
    double height = root.getHeight();
    double left = box.x() * width - MARGIN;
    double top = box.y() * height - MARGIN;
    double right = (box.x() + box.width()) * width + MARGIN;
    double bottom = (box.y() + box.height()) * height + MARGIN;
    path.getElements()
        .addAll(
            new MoveTo(left, top),
            new LineTo(right, top),
            new LineTo(right, bottom),
            new LineTo(left, bottom),
            new ClosePath());
  }
}
