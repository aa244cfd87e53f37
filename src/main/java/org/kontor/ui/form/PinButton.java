package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The mark beside a field whose value carries over; it can also be clicked. */
final class PinButton {
  private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

  private final Button button = new Button("", new FontIcon(Feather.BOOKMARK));
  private final BooleanProperty pinned = new SimpleBooleanProperty();
  private final BooleanProperty offered = new SimpleBooleanProperty(true);

  PinButton(Messages texts, Runnable toggle) {
    button.getStyleClass().addAll("form-pin", Styles.FLAT);
    // By keyboard it is Ctrl+P within the field.
    button.setFocusTraversable(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> toggle.run());
    Tooltip tip = new Tooltip();
    tip.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get(pinned.get() ? "pin.remove" : "pin.add"), pinned));
    button.setTooltip(tip);
    button.accessibleTextProperty().bind(tip.textProperty());
    pinned.addListener((_, _, now) -> button.pseudoClassStateChanged(PINNED, now));
  }

  /** It is seen while the mouse or the keys are here, and always while it is pinned. */
  void showWithin(Node place) {
    button
        .visibleProperty()
        .bind(offered.and(pinned.or(place.hoverProperty()).or(place.focusWithinProperty())));
  }

  BooleanProperty pinnedProperty() {
    return pinned;
  }

  BooleanProperty offeredProperty() {
    return offered;
  }

  Region node() {
    return button;
  }
}
