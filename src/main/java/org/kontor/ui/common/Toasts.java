package org.kontor.ui.common;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/**
 * Short notices over the window's lower edge, one at a time, for what was done and can be undone.
 * They never take the focus and go by themselves.
 */
public final class Toasts {
  private static final Duration SHOWN = Duration.seconds(6);
  private static final double WIDTH = 440;
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

  /** Shows a notice, in place of the one before. */
  public void show(String text, Optional<Action> action) {
    Notification notice = new Notification(text);
    notice.setFocusTraversable(false);
    notice.getStyleClass().add(Styles.ELEVATED_2);
    notice.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    notice.setPrefWidth(WIDTH);
    notice.setOnClose(_ -> layer.getChildren().clear());
    action.ifPresent(
        offered -> {
          Button button = offered.button();
          button.addEventHandler(javafx.event.ActionEvent.ACTION, _ -> layer.getChildren().clear());
          notice.getPrimaryActions().setAll(button);
        });
    StackPane.setAlignment(notice, Pos.BOTTOM_CENTER);
    StackPane.setMargin(notice, new Insets(0, 0, EDGE, 0));
    layer.getChildren().setAll(notice);
    leaving.playFromStart();
  }
}
