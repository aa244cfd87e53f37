package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kontor.ui.common.Messages;

/** At the end of the status line: filed today, how fast, and what is left in the tray. */
final class FilingMeterView {
  private static final Duration BETWEEN = Duration.seconds(20);

  private final HBox root = new HBox(16);

  FilingMeterView(FilingMeter meter, ObservableIntegerValue left, Messages messages) {
    root.getChildren()
        .addAll(
            part(meter.todayProperty(), "meter.today", messages),
            part(meter.perMinuteProperty(), "meter.perMinute", messages),
            part(left, "meter.left", messages));
    root.setAlignment(Pos.CENTER_LEFT);
    root.setMinWidth(Region.USE_PREF_SIZE);
    root.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> meter.todayProperty().get() > 0 || left.get() > 0,
                meter.todayProperty(),
                left));
    Timeline timer = new Timeline(new KeyFrame(BETWEEN, _ -> meter.refresh()));
    timer.setCycleCount(Animation.INDEFINITE);
    root.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .addListener(
            (_, _, shown) -> {
              if (shown) {
                timer.play();
              } else {
                timer.stop();
              }
            });
  }

  Region root() {
    return root;
  }

  private static Label part(ObservableIntegerValue number, String key, Messages messages) {
    Label label = new Label();
    label
        .textProperty()
        .bind(Bindings.createStringBinding(() -> messages.get(key, number.get()), number));
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    label.visibleProperty().bind(Bindings.greaterThan(number, 0));
    label.managedProperty().bind(label.visibleProperty());
    label.setTooltip(new Tooltip(messages.get(key + ".help")));
    return label;
  }
}
