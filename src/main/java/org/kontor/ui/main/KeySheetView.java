package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;

/** The sheet that F1 shows: every key and what it does. A press on a key gives it another one. */
final class KeySheetView {
  private static final double WIDTH = 928;
  private static final double COLUMN_WIDTH = 408;
  private static final double KEYS_PERCENT = 42;

  private final KeyChoice choice;
  private final Messages messages;
  private final FlowPane columns = new FlowPane(32, 4);
  private final VBox root = new VBox(16);
  private final Button close;

  KeySheetView(KeyChoice choice, Messages messages, Runnable hide) {
    this.choice = choice;
    this.messages = messages;
    Label title = new Label(messages.get("keys.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.prefViewportHeightProperty().bind(columns.heightProperty());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    close = new Button(messages.get("keys.close"));
    close.setCancelButton(true);
    close.setOnAction(_ -> hide.run());
    root.getChildren().addAll(title, scroll, lastLine());
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    choice.waitingProperty().addListener(_ -> show());
    show();
  }

  Region root() {
    return root;
  }

  void focus() {
    close.requestFocus();
  }

  private HBox lastLine() {
    Label said = new Label();
    said.textProperty().bind(choice.saidProperty());
    said.setWrapText(true);
    said.setMaxWidth(Double.MAX_VALUE);
    said.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(said, Priority.ALWAYS);
    Button reset = new Button(messages.get("keys.reset"));
    reset.setOnAction(
        _ -> {
          choice.reset();
          show();
        });
    for (Button button : List.of(reset, close)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox line = new HBox(8, said, reset, close);
    line.setAlignment(Pos.CENTER_RIGHT);
    return line;
  }

  private void pressed(KeyEvent event) {
    if (choice.pressed(event)) {
      event.consume();
    } else if (event.getCode() == KeyCode.F1) {
      close.fire();
      event.consume();
    }
  }

  /** Anew with the keys of now; the keys stay with the line that they are in. */
  private void show() {
    Optional<String> focused =
        columns.lookupAll(".key-button").stream()
            .filter(Node::isFocused)
            .map(Node::getId)
            .findFirst();
    List<KeyLine> lines = choice.lines();
    int half = (lines.size() + 1) / 2;
    columns
        .getChildren()
        .setAll(column(lines.subList(0, half)), column(lines.subList(half, lines.size())));
    focused.ifPresent(
        id ->
            columns.lookupAll(".key-button").stream()
                .filter(node -> id.equals(node.getId()))
                .findFirst()
                .ifPresent(Node::requestFocus));
  }

  private GridPane column(List<KeyLine> lines) {
    GridPane grid = new GridPane(12, 4);
    for (int row = 0; row < lines.size(); row++) {
      Label does = new Label(lines.get(row).does());
      does.setWrapText(true);
      grid.addRow(row, key(lines.get(row)), does);
    }
    ColumnConstraints keys = new ColumnConstraints();
    keys.setPercentWidth(KEYS_PERCENT);
    keys.setHalignment(HPos.LEFT);
    ColumnConstraints texts = new ColumnConstraints();
    texts.setPercentWidth(100 - KEYS_PERCENT);
    grid.getColumnConstraints().setAll(keys, texts);
    Ems.prefWidth(grid, COLUMN_WIDTH);
    return grid;
  }

  private Region key(KeyLine line) {
    String name = KeyNames.in(messages, line.key());
    if (!line.changeable()) {
      Label fixed = new Label(name);
      fixed.getStyleClass().add(Styles.TEXT_MUTED);
      fixed.setWrapText(true);
      fixed.setPadding(new Insets(2, 8, 2, 8));
      return fixed;
    }
    boolean waits = choice.waitingProperty().get().filter(line.id()::equals).isPresent();
    Button button = new Button(waits ? messages.get("keys.waiting") : name);
    button.setId(line.id());
    button.getStyleClass().addAll(Styles.FLAT, "key-button");
    if (waits) {
      button.getStyleClass().add(Styles.ACCENT);
    }
    button.setWrapText(true);
    button.setTooltip(new Tooltip(messages.get("keys.change")));
    button.setAccessibleText(messages.get("keys.spoken", line.does(), name));
    button.setOnAction(_ -> choice.begin(line));
    return button;
  }
}
