package org.kontor.ui.checkout;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many documents are checked out here, in the line at the bottom; a press shows them. */
public final class CheckOutStatusView {
  private static final double LEAST_WIDTH = 48;

  private final Button button = new Button();

  public CheckOutStatusView(CheckOutViewModel model, Messages messages, Runnable show) {
    button.setId("checkout.status");
    button.setGraphic(new FontIcon(Feather.EDIT));
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    button.textProperty().bind(model.lineProperty());
    button.visibleProperty().bind(model.lineProperty().isNotEmpty());
    button.managedProperty().bind(button.visibleProperty());
    Tooltip whole = new Tooltip();
    whole
        .textProperty()
        .bind(Bindings.concat(model.lineProperty(), "\n", messages.get("checkout.help")));
    button.setTooltip(whole);
    button.setAccessibleHelp(messages.get("checkout.help"));
    // In a narrow window it is the first to give way; the tooltip says the whole.
    Ems.minWidth(button, LEAST_WIDTH);
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
