package org.kontor.ui.outbox;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Pending;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line at the bottom of the window; a press shows or hides the panel. */
public final class OutboxStatusView {
  private final HBox root = new HBox(8);
  private final Button button = new Button();

  /**
   * @param toggle shows or hides the panel
   */
  public OutboxStatusView(OutboxViewModel model, Messages messages, Runnable toggle) {
    FontIcon icon = new FontIcon(Feather.CHECK);
    model
        .pendingProperty()
        .addListener(
            (_, _, pending) -> {
              icon.setIconCode(shape(pending));
              button.getStyleClass().remove(Styles.DANGER);
              if (pending == Pending.NEEDS_PERSON) {
                button.getStyleClass().add(Styles.DANGER);
              }
            });
    button.setGraphic(icon);
    button.textProperty().bind(Bindings.concat(messages.get("title"), "   ", model.lineProperty()));
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    button.setTooltip(new Tooltip(messages.get("status.help")));
    button.setAccessibleHelp(messages.get("status.help"));
    button.setOnAction(_ -> toggle.run());
    button.setMinWidth(Region.USE_PREF_SIZE);
    Label rate = new Label();
    rate.textProperty().bind(model.rateProperty());
    rate.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(button, rate);
  }

  public Region root() {
    return root;
  }

  public void focus() {
    button.requestFocus();
  }

  private static Feather shape(Pending pending) {
    return switch (pending) {
      case NONE -> Feather.CHECK;
      case WAITING -> Feather.CLOCK;
      case SENDING, IN_DOUBT -> Feather.ARROW_UP_CIRCLE;
      case NEEDS_PERSON -> Feather.ALERT_CIRCLE;
    };
  }
}
