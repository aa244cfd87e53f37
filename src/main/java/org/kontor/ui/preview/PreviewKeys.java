package org.kontor.ui.preview;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys of the pane while the focus is inside it. */
final class PreviewKeys {
  /** How near its end a scroll bar counts as at the end. */
  private static final double NEARLY = 0.001;

  private final PreviewViewModel model;
  private final Runnable closeFinding;

  /**
   * @param closeFinding ends looking for something
   */
  PreviewKeys(PreviewViewModel model, Runnable closeFinding) {
    this.model = model;
    this.closeFinding = closeFinding;
  }

  void installOn(Node root) {
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void pressed(KeyEvent event) {
    if (event.isShiftDown() || event.isAltDown()) {
      return;
    }
    boolean done = event.isShortcutDown() ? zoom(event.getCode()) : plain(event);
    if (done) {
      event.consume();
    }
  }

  private boolean zoom(KeyCode code) {
    switch (code) {
      case PLUS, ADD, EQUALS -> model.magnifier().zoomIn();
      case MINUS, SUBTRACT -> model.magnifier().zoomOut();
      case DIGIT0, NUMPAD0 -> model.magnifier().fitWidth();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Scrolls through a page first, and turns it at its end; leaves what is looked for. */
  private boolean plain(KeyEvent event) {
    ScrollPane scroll = event.getTarget() instanceof Node node ? scrollOf(node) : null;
    switch (event.getCode()) {
      case ESCAPE -> {
        if (!model.finder().openProperty().get()) {
          return false;
        }
        closeFinding.run();
      }
      case PAGE_DOWN -> {
        if (scroll == null || !scrollBy(scroll, 1)) {
          model.nextPage();
        }
      }
      case PAGE_UP -> {
        if (scroll == null || !scrollBy(scroll, -1)) {
          model.previousPage();
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static @Nullable ScrollPane scrollOf(Node node) {
    return node instanceof ScrollPane scroll
        ? scroll
        : node.lookup(".scroll-pane") instanceof ScrollPane inner ? inner : null;
  }

  /** False when there is nothing left in this direction. */
  private static boolean scrollBy(ScrollPane scroll, int viewports) {
    double view = scroll.getViewportBounds().getHeight();
    double all = scroll.getContent().getLayoutBounds().getHeight();
    double hidden = all - view;
    double value = scroll.getVvalue();
    boolean atEnd = viewports > 0 ? value >= 1 - NEARLY : value <= NEARLY;
    if (hidden < 1 || atEnd) {
      return false;
    }
    scroll.setVvalue(Math.clamp(value + viewports * view / hidden, 0, 1));
    return true;
  }
}
