package org.kontor.ui.preview;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/** A line that is read, which may be broken, and in which hits are marked. */
final class MarkedLine extends StackPane {
  private final Label label;
  private final Path others = new Path();
  private final Path current = new Path();
  private List<TextQuery.Span> hits = List.of();
  private int currentHit = -1;

  MarkedLine(Label label) {
    super(label);
    this.label = label;
    label.setWrapText(true);
    label.setMaxWidth(Double.MAX_VALUE);
    for (Path path : List.of(others, current)) {
      path.setManaged(false);
      path.setMouseTransparent(true);
      getChildren().add(path);
    }
    others.getStyleClass().add("hits");
    current.getStyleClass().add("current-hit");
  }

  Label label() {
    return label;
  }

  /**
   * @param spans of the line's text
   * @param which of them is the current one; -1 for none
   */
  void mark(List<TextQuery.Span> spans, int which) {
    hits = List.copyOf(spans);
    currentHit = which;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    others.getElements().clear();
    current.getElements().clear();
    label.layout();
    for (Node node : label.getChildrenUnmodifiable()) {
      // An icon is a text, too.
      if (node instanceof Text letters && letters.getStyleClass().contains("text")) {
        draw(letters);
      }
    }
  }

  private void draw(Text letters) {
    int length = letters.getText().length();
    for (int each = 0; each < hits.size(); each++) {
      TextQuery.Span hit = hits.get(each);
      if (hit.start() < length) {
        (each == currentHit ? current : others)
            .getElements()
            .addAll(letters.rangeShape(hit.start(), Math.min(hit.end(), length)));
      }
    }
    Bounds place = sceneToLocal(letters.localToScene(letters.getBoundsInLocal()));
    Bounds own = letters.getBoundsInLocal();
    for (Path path : List.of(others, current)) {
      path.setLayoutX(place.getMinX() - own.getMinX());
      path.setLayoutY(place.getMinY() - own.getMinY());
    }
  }
}
