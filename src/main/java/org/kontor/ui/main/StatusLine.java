package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Messages;

/** The line at the bottom: what is going on, and how far the day has come. */
final class StatusLine {
  private final HBox root;

  /**
   * @param outbox says what is being sent
   * @param checkOuts says what is checked out on this computer
   */
  StatusLine(MainViewModel model, Region outbox, Region checkOuts, Messages messages) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    root =
        new HBox(
            16,
            outbox,
            checkOuts,
            new TakingUpView(model.reception().taking(), messages).root(),
            new TakingUpView(model.saving(), messages).root(),
            new TakingUpView(model.reception().settling(), messages).root(),
            gap,
            new FilingMeterView(model.meter(), model.tray().count(), messages).root());
    root.setAlignment(Pos.CENTER_LEFT);
    root.setPadding(new Insets(2, 8, 2, 8));
    root.getStyleClass().addAll("status-line", Styles.TEXT_SMALL);
  }

  Region root() {
    return root;
  }
}
