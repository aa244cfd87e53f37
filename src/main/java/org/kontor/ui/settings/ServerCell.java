package org.kontor.ui.settings;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kontor.settings.ProfileColour;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A server with its colour, its name, and who signs in where. */
final class ServerCell extends ListCell<ServerRow> {
  private final ServersViewModel model;
  private final Region colour = new Region();
  private final Label name = new Label();
  private final Label about = new Label();
  private final FontIcon lock = new FontIcon(Feather.LOCK);
  private final Tooltip whole = new Tooltip();
  private final HBox line;

  ServerCell(ServersViewModel model) {
    this.model = model;
    colour.getStyleClass().add("server-colour");
    // Where it is cut in a large font, the tooltip says the whole.
    about.setTooltip(whole);
    about.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    VBox texts = new VBox(name, about);
    texts.setMinWidth(0);
    line = new HBox(8, colour, texts, lock);
    line.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable ServerRow row, boolean empty) {
    super.updateItem(row, empty);
    if (row == null || empty) {
      setGraphic(null);
      setAccessibleText("");
    } else {
      name.setText(row.profile().name());
      about.setText(model.about(row));
      whole.setText(model.about(row));
      lock.setVisible(row.administered());
      colour.setStyle("-fx-background-color: " + ProfileColour.of(row.profile()).web() + ";");
      setGraphic(line);
      setAccessibleText(row.profile().name() + ", " + model.about(row));
    }
  }
}
