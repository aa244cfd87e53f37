package org.kontor.ui.preview;

import java.nio.IntBuffer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Messages;
import org.kontor.ui.preview.decode.Pixels;

/** One page as a picture, as wide as the pane at zoom 1, with scroll bars where it is larger. */
final class PageNode {
  /** Around the page, and for a scroll bar, so that it does not change the page's width. */
  private static final double MARGIN = 32;

  private static final double FALLBACK_WIDTH = 300;

  private final PreviewViewModel model;
  private final Messages messages;
  private final ImageView image = new ImageView();
  private final Label incomplete;
  private final ScrollPane scroll;
  private double widest = FALLBACK_WIDTH;

  PageNode(PreviewViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    image.setPreserveRatio(true);
    image.setSmooth(true);
    StackPane paper = new StackPane(image);
    paper.getStyleClass().add("paper");
    paper.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
    incomplete = new Label(messages.get("incomplete"));
    incomplete.setWrapText(true);
    VBox column = new VBox(8, incomplete, paper);
    column.setAlignment(Pos.TOP_CENTER);
    column.getStyleClass().add("desk");
    scroll = new ScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setPannable(true);
    scroll.getStyleClass().add("page-scroll");
    scroll.widthProperty().subscribe(this::fit);
    scroll.addEventFilter(ScrollEvent.SCROLL, this::zoomByWheel);
    model.magnifier().zoomProperty().subscribe(this::fit);
    model.pageProperty().subscribe(() -> scroll.setVvalue(0));
  }

  Node show(PreviewState.Page state) {
    Pixels pixels = state.page().pixels();
    image.setImage(imageOf(pixels));
    widest = state.page().widest();
    incomplete.setVisible(state.page().incomplete());
    incomplete.setManaged(state.page().incomplete());
    int number = model.pageProperty().get();
    scroll.setAccessibleText(messages.get("page", number, model.pageCountProperty().get()));
    fit();
    return scroll;
  }

  /** Lets go of the picture's memory. */
  void clear() {
    image.setImage(null);
  }

  private void fit() {
    double width = scroll.getWidth() - MARGIN;
    if (width >= 1) {
      var window = scroll.getScene() == null ? null : scroll.getScene().getWindow();
      model.magnifier().fitInto(width, window == null ? 1 : window.getRenderScaleX());
    }
    image.setFitWidth(
        Math.min(Math.max(1, width), widest) * model.magnifier().zoomProperty().get());
  }

  private void zoomByWheel(ScrollEvent event) {
    if (event.isShortcutDown() && event.getDeltaY() != 0) {
      if (event.getDeltaY() > 0) {
        model.magnifier().zoomIn();
      } else {
        model.magnifier().zoomOut();
      }
      event.consume();
    }
  }

  private static Image imageOf(Pixels pixels) {
    return new WritableImage(
        new PixelBuffer<>(
            pixels.width(),
            pixels.height(),
            IntBuffer.wrap(pixels.argb()),
            PixelFormat.getIntArgbPreInstance()));
  }
}
