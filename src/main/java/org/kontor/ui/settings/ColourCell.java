package org.kontor.ui.settings;

import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kontor.settings.ProfileColour;

/** A colour with its name. */
final class ColourCell extends ListCell<ProfileColour> {
  private final ServersViewModel model;
  private final Region sample = new Region();

  ColourCell(ServersViewModel model) {
    this.model = model;
    sample.getStyleClass().add("server-colour");
  }

  @Override
  protected void updateItem(@Nullable ProfileColour colour, boolean empty) {
    super.updateItem(colour, empty);
    if (colour == null || empty) {
      setText("");
      setGraphic(null);
    } else {
      setText(model.nameOf(colour));
      sample.setStyle("-fx-background-color: " + colour.web() + ";");
      setGraphic(sample);
    }
  }
}
