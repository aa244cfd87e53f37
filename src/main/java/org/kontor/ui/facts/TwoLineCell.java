package org.kontor.ui.facts;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** One thing over its details. */
final class TwoLineCell<T extends Line> extends ListCell<T> {
  private final Label first = new Label();
  private final Label second = new Label();
  private final VBox lines = new VBox(first, second);

  private final Tooltip whole = new Tooltip();

  TwoLineCell() {
    setPrefWidth(0);
    first.setWrapText(true);
    second.setWrapText(true);
    second.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
  }

  @Override
  protected void updateItem(T item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      setTooltip(null);
      return;
    }
    first.setText(item.name());
    second.setText(item.details());
    setAccessibleText(first.getText() + ", " + second.getText());
    whole.setText(item.name() + "\n" + item.details());
    setTooltip(whole);
    setGraphic(lines);
  }
}
