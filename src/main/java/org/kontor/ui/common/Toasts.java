package org.kontor.ui.common;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** Short notices over the window's lower edge, one at a time. They never take the focus. */
public final class Toasts {
  private static final Duration SHOWN = Duration.seconds(6);
  private static final double WIDTH = 360;
  private static final double EDGE = 48;

  private final StackPane layer;
  private final PauseTransition leaving = new PauseTransition(SHOWN);

  /**
   * @param layer covers the window; only its notices take the mouse
   */
  public Toasts(StackPane layer) {
    this.layer = layer;
    layer.setPickOnBounds(false);
    leaving.setOnFinished(_ -> layer.getChildren().clear());
  }

  /** Says what was done, in place of the notice before; goes by itself. */
  public void show(String text, Optional<Action> action) {
    place(text, action, Styles.ACCENT);
    leaving.playFromStart();
  }

  /** Says what could not be done; stays until it is closed or something else is said. */
  public void warn(String text) {
    place(text, Optional.empty(), Styles.DANGER);
    leaving.stop();
  }

  private void place(String text, Optional<Action> action, String intent) {
    Notification notice = new Notification(text);
    notice.getStyleClass().addAll(Styles.ELEVATED_2, intent);
    notice.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    Ems.prefWidth(notice, WIDTH);
    notice.setFocusTraversable(false);
    notice.setOnClose(_ -> layer.getChildren().clear());
    action.ifPresent(
        offered -> {
          Button button = offered.button();
          button.addEventHandler(ActionEvent.ACTION, _ -> layer.getChildren().clear());
          notice.getPrimaryActions().setAll(button);
        });
    StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
    StackPane.setMargin(notice, new Insets(0, 0, EDGE, 0));
    layer.getChildren().setAll(notice);
  }
}
