package org.kontor.ui.preview;

import java.nio.IntBuffer;
import javafx.geometry.Bounds;
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
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.PlainScrollPane;
import org.kontor.ui.preview.decode.Pixels;
import org.kontor.ui.preview.decode.RenderedPage;

/** One page as a picture, as wide as the pane at zoom 1, with scroll bars where it is larger. */
final class PageNode {
  /** Around the page, and for a scroll bar, so that it does not change the page's width. */
  private static final double MARGIN = 32;

  private static final double FALLBACK_WIDTH = 300;

  private final PreviewViewModel model;
  private final Messages messages;
  private final ImageView image = new ImageView();
  private final Label incomplete;
  private final VBox column;
  private final ScrollPane scroll;
  private final HitLayer hits = new HitLayer();
  private double widest = FALLBACK_WIDTH;
  private @Nullable RenderedPage picture;

  /** Whether the current hit is still to be scrolled to. */
  private boolean unseen;

  PageNode(PreviewViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    image.setPreserveRatio(true);
    image.setSmooth(true);
    StackPane paper = new StackPane(image, hits.root());
    paper.getStyleClass().add("paper");
    paper.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
    incomplete = new Label(messages.get("incomplete"));
    incomplete.setWrapText(true);
    column = new VBox(8, incomplete, paper);
    column.setAlignment(Pos.TOP_CENTER);
    column.getStyleClass().add("desk");
    scroll = new PlainScrollPane(column);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setPannable(true);
    scroll.getStyleClass().add("page-scroll");
    scroll.widthProperty().subscribe(this::fit);
    scroll.addEventFilter(ScrollEvent.SCROLL, this::zoomByWheel);
    model.magnifier().zoomProperty().subscribe(this::fit);
    model.pageProperty().subscribe(() -> scroll.setVvalue(0));
    model.finder().hitsProperty().subscribe(_ -> mark());
    hits.root().heightProperty().subscribe(_ -> reveal());
    scroll.viewportBoundsProperty().subscribe(_ -> reveal());
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
    boolean another =
        picture == null
            || picture.index() != state.page().index()
            || picture.quarterTurns() != state.page().quarterTurns();
    picture = state.page();
    if (another) {
      mark();
    }
    return scroll;
  }

  /** Lets go of the picture's memory. */
  void clear() {
    image.setImage(null);
    picture = null;
  }

  /** Marks the hits that are on the page in the picture, which may still be another one. */
  private void mark() {
    RenderedPage page = picture;
    if (page != null) {
      ShownHits shown = model.finder().hitsProperty().get();
      boolean fits = shown.page() == page.index();
      hits.show(fits ? shown : ShownHits.NONE, page.quarterTurns());
      unseen = fits && shown.currentSpan().isPresent();
      reveal();
    }
  }

  /** Scrolls to the current hit as soon as it is known where it lies. */
  private void reveal() {
    if (!unseen || scroll.getScene() == null) {
      return;
    }
    scroll.applyCss();
    scroll.layout();
    Bounds view = scroll.getViewportBounds();
    hits.current()
        .filter(_ -> view.getHeight() >= 1 && hits.root().getHeight() >= 1)
        .ifPresent(
            hit -> {
              unseen = false;
              Bounds place = column.sceneToLocal(hits.root().localToScene(hit));
              Bounds all = column.getLayoutBounds();
              scroll.setVvalue(
                  scrolled(
                      scroll.getVvalue(),
                      all.getHeight() - view.getHeight(),
                      view.getHeight(),
                      place.getMinY(),
                      place.getMaxY()));
              scroll.setHvalue(
                  scrolled(
                      scroll.getHvalue(),
                      all.getWidth() - view.getWidth(),
                      view.getWidth(),
                      place.getMinX(),
                      place.getMaxX()));
            });
  }

  /**
   * How far to scroll so that a part is seen; as it was where it is seen already.
   *
   * @param value from 0 to 1
   * @param hidden how much of the whole is out of sight
   * @param view how much is in sight
   */
  private static double scrolled(double value, double hidden, double view, double from, double to) {
    double start = value * hidden;
    boolean seen = from >= start && to <= start + view;
    return hidden < 1 || seen ? value : Math.clamp(((from + to) / 2 - view / 2) / hidden, 0, 1);
  }

  private void fit() {
    double width = scroll.getWidth() - MARGIN;
    if (width >= 1) {
      var window = scroll.getScene() == null ? null : scroll.getScene().getWindow();
      model.magnifier().fitInto(width, window == null ? 1 : window.getRenderScaleX());
    }
    double drawn = Math.min(Math.max(1, width), widest) * model.magnifier().zoomProperty().get();
    if (drawn != image.getFitWidth()) {
      // A hit that is in sight stays so; one that a person scrolled away from is left alone.
      unseen |= isSeen();
      image.setFitWidth(drawn);
    }
  }

  /** Whether the current hit is in sight, as the page lies now. */
  private boolean isSeen() {
    Bounds view = scroll.getBoundsInLocal();
    return scroll.getScene() != null
        && hits.current()
            .map(hit -> scroll.sceneToLocal(hits.root().localToScene(hit)))
            .filter(view::intersects)
            .isPresent();
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
