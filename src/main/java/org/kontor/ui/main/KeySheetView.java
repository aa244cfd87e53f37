package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Messages;

/** The sheet that F1 shows: every key and what it does. */
final class KeySheetView {
  private static final double WIDTH = 896;
  private static final double KEY_WIDTH = 152;
  private static final double TEXT_WIDTH = 236;

  private final VBox root = new VBox(16);
  private final Button close;

  KeySheetView(List<KeyLine> lines, Messages messages, Runnable hide) {
    Label title = new Label(messages.get("keys.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    int half = (lines.size() + 1) / 2;
    HBox columns =
        new HBox(
            32,
            column(lines.subList(0, half), messages),
            column(lines.subList(half, lines.size()), messages));
    ScrollPane scroll = new ScrollPane(columns);
    scroll.prefViewportHeightProperty().bind(columns.heightProperty());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    close = new Button(messages.get("keys.close"));
    close.setCancelButton(true);
    close.setDefaultButton(true);
    close.setOnAction(_ -> hide.run());
    HBox buttons = new HBox(close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    root.getChildren().addAll(title, scroll, buttons);
    root.setPadding(new Insets(24));
    root.setPrefWidth(WIDTH);
    root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
  }

  private static GridPane column(List<KeyLine> lines, Messages messages) {
    GridPane grid = new GridPane(16, 8);
    for (int row = 0; row < lines.size(); row++) {
      Label key = new Label(KeyNames.in(messages, lines.get(row).key()));
      key.getStyleClass().add(Styles.TEXT_MUTED);
      key.setWrapText(true);
      Label does = new Label(lines.get(row).does());
      does.setWrapText(true);
      grid.addRow(row, key, does);
    }
    grid.getColumnConstraints()
        .setAll(new ColumnConstraints(KEY_WIDTH), new ColumnConstraints(TEXT_WIDTH));
    return grid;
  }

  Region root() {
    return root;
  }

  void focus() {
    close.requestFocus();
  }
}
