package org.kontor.ui.tray;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says how many entries are put aside, and shows them while it is pressed. */
final class AsideButton {
  private final ToggleButton button = new ToggleButton("", new FontIcon(Feather.CLOCK));

  AsideButton(TrayViewModel model, Messages messages) {
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    button.setPadding(new Insets(1, 6, 1, 6));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button
        .textProperty()
        .bind(model.asideCount().map(number -> messages.get("count", number.intValue())));
    button
        .accessibleTextProperty()
        .bind(model.asideCount().map(number -> messages.get("aside", number.intValue())));
    button.setTooltip(new Tooltip(messages.get("aside.help")));
    button.selectedProperty().bindBidirectional(model.showingAside());
    button.visibleProperty().bind(model.asideCount().greaterThan(0));
    button.managedProperty().bind(button.visibleProperty());
  }

  Region node() {
    return button;
  }
}
