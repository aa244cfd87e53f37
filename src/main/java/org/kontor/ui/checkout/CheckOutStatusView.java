package org.kontor.ui.checkout;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many documents are checked out here, in the line at the bottom; a press shows them. */
public final class CheckOutStatusView {
  private final Button button = new Button();

  public CheckOutStatusView(CheckOutViewModel model, Messages messages, Runnable show) {
    button.setId("checkout.status");
    button.setGraphic(new FontIcon(Feather.EDIT));
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    button.textProperty().bind(model.lineProperty());
    button.visibleProperty().bind(model.lineProperty().isNotEmpty());
    button.managedProperty().bind(button.visibleProperty());
    button.setTooltip(new Tooltip(messages.get("checkout.help")));
    button.setAccessibleHelp(messages.get("checkout.help"));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> show.run());
    model
        .needsYouProperty()
        .subscribe(
            needed -> {
              button.getStyleClass().remove(Styles.ACCENT);
              if (needed) {
                button.getStyleClass().add(Styles.ACCENT);
              }
            });
  }

  public Region root() {
    return button;
  }
}
