package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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

/** Every key and what it does. A press on a key gives it another one. */
final class KeysPane {
  private static final double COLUMN_WIDTH = 408;
  private static final double KEYS_PERCENT = 42;

  /** Room for the mark of the focus. */
  private static final double FOCUS_MARK = 2;

  private final KeyChoice choice;
  private final Messages messages;
  private final FlowPane columns = new FlowPane(32, 4);
  private final VBox root = new VBox(16);
  private String words = "";

  KeysPane(KeyChoice choice, Messages messages) {
    this.choice = choice;
    this.messages = messages;
    columns.setPadding(new Insets(FOCUS_MARK));
    // With large text a column is as wide as there is room.
    columns.setMinWidth(0);
    root.getChildren().addAll(columns, lastLine());
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (choice.pressed(event)) {
            event.consume();
          }
        });
    choice.waitingProperty().addListener(_ -> show());
    choice.saidProperty().addListener(_ -> show());
    show();
  }

  Region root() {
    return root;
  }

  /** Shows only what matches; everything for an empty text. */
  void seek(String sought) {
    words = sought.strip().toLowerCase(messages.locale());
    show();
  }

  private HBox lastLine() {
    Label said = new Label();
    said.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> choice.waitingProperty().get().isPresent() ? "" : choice.saidProperty().get(),
                choice.waitingProperty(),
                choice.saidProperty()));
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
    reset.setMinWidth(Region.USE_PREF_SIZE);
    HBox line = new HBox(8, said, reset);
    line.setAlignment(Pos.CENTER_RIGHT);
    return line;
  }

  /** Anew with the keys of now; the keys go to the line that waits, or stay in theirs. */
  private void show() {
    Optional<String> focused =
        choice
            .waitingProperty()
            .get()
            .or(
                () ->
                    columns.lookupAll(".key-button").stream()
                        .filter(Node::isFocused)
                        .map(Node::getId)
                        .findFirst());
    List<KeyLine> lines = sought();
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

  /** What matches; all of them where nothing does. */
  private List<KeyLine> sought() {
    List<KeyLine> matching = choice.lines().stream().filter(this::matches).toList();
    return matching.isEmpty() ? choice.lines() : matching;
  }

  private boolean matches(KeyLine line) {
    String text = line.does() + " " + KeyNames.in(messages, line.key());
    return text.toLowerCase(messages.locale()).contains(words);
  }

  private GridPane column(List<KeyLine> lines) {
    GridPane grid = new GridPane(12, 4);
    int row = 0;
    for (KeyLine line : lines) {
      Label does = new Label(line.does());
      does.setWrapText(true);
      grid.addRow(row++, key(line), does);
      if (waits(line) && !choice.saidProperty().get().isEmpty()) {
        // Where one looks: the end of the list may be out of sight.
        Label why = new Label(choice.saidProperty().get());
        why.setWrapText(true);
        why.getStyleClass().add(Styles.TEXT_SMALL);
        why.setPadding(new Insets(0, 8, 4, 8));
        grid.add(why, 0, row++, 2, 1);
      }
    }
    ColumnConstraints keys = new ColumnConstraints();
    keys.setPercentWidth(KEYS_PERCENT);
    keys.setHalignment(HPos.LEFT);
    ColumnConstraints texts = new ColumnConstraints();
    texts.setPercentWidth(100 - KEYS_PERCENT);
    grid.getColumnConstraints().setAll(keys, texts);
    Ems.prefWidth(grid, COLUMN_WIDTH);
    grid.maxWidthProperty().bind(columns.widthProperty().subtract(2 * FOCUS_MARK));
    return grid;
  }

  private boolean waits(KeyLine line) {
    return choice.waitingProperty().get().filter(line.id()::equals).isPresent();
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
    boolean waits = waits(line);
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
