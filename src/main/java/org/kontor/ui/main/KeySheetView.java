package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Messages;

/** The sheet that F1 shows: every key and what it does. */
final class KeySheetView {
  private static final double WIDTH = 560;

  private final VBox root = new VBox(16);
  private final Button close;

  /** A key and what it does. */
  record Line(String key, String does) {}

  KeySheetView(List<Line> lines, Messages messages, Runnable hide) {
    Label title = new Label(messages.get("keys.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    GridPane grid = new GridPane(24, 6);
    for (int row = 0; row < lines.size(); row++) {
      Label key = new Label(lines.get(row).key());
      key.getStyleClass().add("key");
      key.setMinWidth(Region.USE_PREF_SIZE);
      Label does = new Label(lines.get(row).does());
      does.setWrapText(true);
      grid.addRow(row, key, does);
    }
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(Region.USE_PREF_SIZE);
    close = new Button(messages.get("keys.close"));
    close.setCancelButton(true);
    close.setDefaultButton(true);
    close.setOnAction(_ -> hide.run());
    root.getChildren().addAll(title, scroll, close);
    root.getStyleClass().add("sheet");
    root.setPadding(new Insets(24));
    root.setPrefWidth(WIDTH);
    root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
  }

  Region root() {
    return root;
  }

  void focus() {
    close.requestFocus();
  }
}
