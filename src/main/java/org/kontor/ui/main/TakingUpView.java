package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** In the status line while files are being taken up: how far it is, and a button to stop it. */
final class TakingUpView {
  private static final double BAR_WIDTH = 120;

  private final HBox root = new HBox(8);

  TakingUpView(TakingUp model, Messages messages) {
    ProgressBar bar = new ProgressBar();
    Ems.prefWidth(bar, BAR_WIDTH);
    bar.progressProperty().bind(model.fractionProperty());
    bar.accessibleTextProperty().bind(model.lineProperty());
    Label line = new Label();
    line.textProperty().bind(model.lineProperty());
    Button stop = new Button(messages.get("desk.stop"), new FontIcon(Feather.X));
    stop.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    stop.setTooltip(new Tooltip(model.stopHelp()));
    stop.setAccessibleHelp(model.stopHelp());
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setOnAction(_ -> model.cancel());
    root.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(bar, line, stop);
    root.visibleProperty().bind(model.lineProperty().isNotEmpty());
    root.managedProperty().bind(root.visibleProperty());
  }

  Region root() {
    return root;
  }
}
