package org.kontor.ui.preview;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Messages;

/** Text that can be selected and copied; the zoom enlarges its letters. */
final class TextNode {
  private final PreviewViewModel model;
  private final TextArea area = new TextArea();
  private final Label cut;
  private final VBox root;

  TextNode(PreviewViewModel model, Messages messages) {
    this.model = model;
    area.setEditable(false);
    area.setWrapText(true);
    area.setAccessibleText(messages.get("text"));
    area.getStyleClass().add("plain-text");
    cut = new Label(messages.get("cut"));
    cut.setWrapText(true);
    cut.getStyleClass().add("notice");
    VBox.setVgrow(area, Priority.ALWAYS);
    root = new VBox(area, cut);
    model.magnifier().zoomProperty().subscribe(this::scaleLetters);
    model.finder().hitsProperty().subscribe(_ -> select());
  }

  Node show(PreviewState.Text state) {
    show(state.text(), state.cut());
    return root;
  }

  void show(String text, boolean isCut) {
    if (!text.equals(area.getText())) {
      area.setText(text);
    }
    area.setScrollTop(0);
    select();
    cut.setVisible(isCut);
    cut.setManaged(isCut);
  }

  VBox root() {
    return root;
  }

  /** The current hit is what is selected; the area scrolls there by itself. */
  private void select() {
    ShownHits hits = model.finder().hitsProperty().get();
    // What is searched may begin with what stands above the area.
    int above = hits.text().text().length() - area.getLength();
    hits.currentSpan()
        .filter(_ -> hits.text().text().endsWith(area.getText()))
        .ifPresent(hit -> select(Math.max(0, hit.start() - above), Math.max(0, hit.end() - above)));
  }

  /** The area scrolls only where the end that it goes by is another one. */
  private void select(int start, int end) {
    area.selectRange(start, start);
    area.selectRange(start, end);
  }

  private void scaleLetters() {
    area.setStyle("-fx-font-size: " + model.magnifier().zoomProperty().get() + "em;");
    if (area.getScene() != null && area.getSelection().getLength() > 0) {
      // What is selected stays in sight.
      area.applyCss();
      area.layout();
      select(area.getSelection().getStart(), area.getSelection().getEnd());
    }
  }
}
