package org.kontor.ui.main;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableNumberValue;
import javafx.scene.layout.Region;
import org.kontor.ui.common.FocusWithin;
import org.kontor.ui.common.FontSize;
import org.kontor.ui.common.Messages;
import org.kontor.ui.outbox.OutboxView;
import org.kontor.ui.outbox.OutboxViewModel;

/** The outbox as a panel that comes from below; hidden at first. */
final class OutboxPanel {
  /** In pixels at 100 percent. */
  private static final double HEIGHT = 260;

  private static final double MOST_OF_WINDOW = 0.6;

  private final OutboxView view;
  private final Runnable leave;

  /**
   * @param windowHeight in pixels
   * @param leave puts the keys elsewhere when the panel goes that had them
   */
  OutboxPanel(
      OutboxViewModel model,
      Messages texts,
      ObservableDoubleValue windowHeight,
      ObservableNumberValue fontPercent,
      Runnable leave) {
    this.leave = leave;
    view = new OutboxView(model, texts, this::toggle);
    Region panel = view.root();
    panel
        .prefHeightProperty()
        .bind(
            Bindings.min(
                Bindings.multiply(fontPercent, HEIGHT / FontSize.USUAL),
                Bindings.multiply(windowHeight, MOST_OF_WINDOW)));
    panel.setMinHeight(0);
    panel.setVisible(false);
    panel.managedProperty().bind(panel.visibleProperty());
  }

  Region root() {
    return view.root();
  }

  boolean isShown() {
    return root().isVisible();
  }

  /** Shows the panel with the keys in it, or puts it away. */
  void toggle() {
    boolean hadFocus = FocusWithin.isIn(root());
    root().setVisible(!isShown());
    if (isShown()) {
      view.focus();
    } else if (hadFocus) {
      leave.run();
    }
  }
}
