package org.kontor.ui.preview;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.kontor.ui.preview.decode.PageFit;

/**
 * How large pages are shown, and which way up. The zoom stays from document to document, the
 * rotation does not. Used on the window's thread.
 */
final class Magnifier {
  private static final double ZOOM_STEP = 1.25;
  private static final double SMALLEST = 0.25;
  private static final double LARGEST = 8;

  private final Runnable changed;
  private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
  private final ReadOnlyIntegerWrapper quarterTurns = new ReadOnlyIntegerWrapper();
  private double width = 600;
  private double screenScale = 1;

  /**
   * @param changed told when pages are to be drawn anew
   */
  Magnifier(Runnable changed) {
    this.changed = changed;
  }

  /** Relative to the pane's width, which 1 fills. */
  ReadOnlyDoubleProperty zoomProperty() {
    return zoom.getReadOnlyProperty();
  }

  /** Clockwise, 0 to 3. */
  ReadOnlyIntegerProperty quarterTurnsProperty() {
    return quarterTurns.getReadOnlyProperty();
  }

  void zoomIn() {
    zoomTo(zoom.get() * ZOOM_STEP);
  }

  void zoomOut() {
    zoomTo(zoom.get() / ZOOM_STEP);
  }

  void fitWidth() {
    zoomTo(1);
  }

  /** A quarter turn clockwise. */
  void turn() {
    quarterTurns.set((quarterTurns.get() + 1) % 4);
    changed.run();
  }

  /** The right way up, for a file that is about to be shown. */
  void upright() {
    quarterTurns.set(0);
  }

  /**
   * Tells how wide the pane is, so that pages are drawn as sharp as it can show them.
   *
   * @param paneWidth logical pixels
   * @param scale device pixels for each logical one
   */
  void fitInto(double paneWidth, double scale) {
    if (paneWidth >= 1 && (Math.abs(paneWidth - width) >= 1 || scale != screenScale)) {
      width = paneWidth;
      screenScale = scale;
      changed.run();
    }
  }

  /** For what is shown. */
  PageFit fit() {
    return new PageFit(width, zoom.get(), screenScale, quarterTurns.get());
  }

  /** For what will be shown next. */
  PageFit uprightFit() {
    return new PageFit(width, zoom.get(), screenScale, 0);
  }

  private void zoomTo(double wanted) {
    zoom.set(Math.clamp(wanted, SMALLEST, LARGEST));
    changed.run();
  }
}
