package org.kontor.ui.common;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * A button that says why it cannot be used now. The toolkit passes a disabled one by on the way
 * with Tab and shows no tooltip of it. This one stays within reach, as the items of menus do: it
 * looks as if it were disabled, has the reason as tooltip and for screen readers, and shows it at
 * once when it is pressed nevertheless. On the window's thread.
 */
public final class WhyNot {
  private static final String UNAVAILABLE = "unavailable";
  private static final double WIDTH = 320;
  private static final double BELOW = 4;

  private final ButtonBase button;
  private final ObservableValue<Optional<String>> why;
  private final @Nullable Tooltip own;
  private final Tooltip reason = new Tooltip();

  private WhyNot(ButtonBase button, ObservableValue<Optional<String>> why) {
    this.button = button;
    this.why = why;
    own = button.getTooltip();
    reason.setWrapText(true);
    reason.setMaxWidth(WIDTH);
    reason.setAutoHide(true);
    button.addEventFilter(ActionEvent.ACTION, this::pressed);
    button.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> reason.hide());
    button.addEventFilter(KeyEvent.KEY_PRESSED, _ -> reason.hide());
    button.focusedProperty().addListener(_ -> reason.hide());
    why.subscribe(this::show);
  }

  /**
   * @param why the button cannot be used now, in a sentence; empty when it can
   */
  public static void tell(ButtonBase button, ObservableValue<Optional<String>> why) {
    // The button keeps it, and with it the value, which may be bound weakly.
    button.getProperties().put(WhyNot.class, new WhyNot(button, why));
  }

  /**
   * @param possible whether the button can be used
   * @param why it cannot, in a sentence
   */
  public static void tell(ButtonBase button, ObservableBooleanValue possible, String why) {
    tell(
        button,
        Bindings.createObjectBinding(
            () -> possible.get() ? Optional.empty() : Optional.of(why), possible));
  }

  private void show(Optional<String> now) {
    button.getStyleClass().remove(UNAVAILABLE);
    reason.hide();
    if (now.isPresent()) {
      button.getStyleClass().add(UNAVAILABLE);
      reason.setText(
          Stream.of(Optional.ofNullable(own).map(Tooltip::getText), now)
              .flatMap(Optional::stream)
              .collect(Collectors.joining("\n")));
    }
    button.setTooltip(now.isPresent() ? reason : own);
    button.setAccessibleHelp(now.orElse(null));
  }

  private void pressed(ActionEvent event) {
    if (why.getValue().isPresent()) {
      event.consume();
      Bounds at = button.localToScreen(button.getLayoutBounds());
      if (at != null) {
        reason.show(button, at.getMinX(), at.getMaxY() + BELOW);
      }
    }
  }
}
