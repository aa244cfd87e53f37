package org.kontor.ui.common;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A field with its name above and, when there is one, its problem below. */
public final class LabelledField extends VBox {
  private static final double GAP = 4;

  /**
   * @param problem empty while there is none
   */
  public LabelledField(String name, Control control, ObservableStringValue problem) {
    super(GAP);
    Label label = new Label(name);
    label.setLabelFor(control);
    control.setMaxWidth(Double.MAX_VALUE);
    Label message = new Label();
    message.textProperty().bind(problem);
    message.setWrapText(true);
    message.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
    message.managedProperty().bind(message.visibleProperty());
    message.visibleProperty().bind(message.textProperty().isNotEmpty());
    problem.addListener(
        (_, _, now) -> {
          control.pseudoClassStateChanged(Styles.STATE_DANGER, !now.isEmpty());
          control.setAccessibleHelp(now);
          if (!now.isEmpty()) {
            control.requestFocus();
          }
        });
    getChildren().addAll(label, control, message);
  }
}
