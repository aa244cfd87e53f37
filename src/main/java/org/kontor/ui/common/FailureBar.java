package org.kontor.ui.common;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says beside a list why it could not be read, as long as there is a reason; offers to retry. */
public final class FailureBar {
  private final VBox root = new VBox(8);

  /**
   * @param failure the sentence; empty hides the bar
   * @param retry what the button says
   * @param again reads once more
   */
  public FailureBar(ObservableStringValue failure, String retry, Runnable again) {
    FontIcon icon = new FontIcon(Feather.ALERT_TRIANGLE);
    icon.getStyleClass().add("failure-icon");
    Label sentence = new Label("", icon);
    sentence.setWrapText(true);
    sentence.setGraphicTextGap(8);
    // Else the list below would press it down to one line, cut off.
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence.textProperty().bind(failure);
    Button button = new Button(retry);
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(_ -> again.run());
    root.setPadding(new Insets(8, 12, 8, 12));
    root.setMinHeight(Region.USE_PREF_SIZE);
    root.getChildren().addAll(sentence, button);
    root.visibleProperty()
        .bind(Bindings.createBooleanBinding(() -> !failure.get().isEmpty(), failure));
    root.managedProperty().bind(root.visibleProperty());
  }

  public Region root() {
    return root;
  }
}
