package org.kontor.ui.outbox;

import atlantafx.base.theme.Styles;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.model.FieldValue;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.PlainScrollPane;

/** The card of one entry, below the list: each field with the own value and the other's. */
final class EntryCardView {
  private static final double MOST_HEIGHT = 260;
  private static final double LEAST_HEIGHT = 40;

  /** Of a field, where there is no room for more. */
  private static final int COLUMNS = 10;

  private final VBox root = new VBox(8);
  private final Messages messages;
  private final Map<String, Supplier<FieldChoice.Decision>> decisions = new HashMap<>();
  private final GridPane grid = new GridPane(12, 6);

  /**
   * @param send told what was decided, by field name
   * @param close told when it is left without deciding
   */
  EntryCardView(
      EntryCard card,
      Messages messages,
      Consumer<Map<String, FieldChoice.Decision>> send,
      Runnable close) {
    this.messages = messages;
    Label title =
        new Label(messages.get(card.isConflict() ? "card.conflict" : "card.edit", card.title()));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    int row = 0;
    for (FieldChoice field : card.fields()) {
      add(field, row++);
    }
    grid.getStyleClass().add("grid");
    ScrollPane scroll = new PlainScrollPane(grid);
    scroll.setFitToWidth(true);
    Ems.maxHeight(scroll, MOST_HEIGHT);
    Button sendButton = Action.of(messages.get("card.send"), () -> send.accept(decided())).button();
    sendButton.getStyleClass().add(Styles.ACCENT);
    Button closeButton = Action.of(messages.get("card.close"), close).button();
    Ems.minHeight(scroll, LEAST_HEIGHT);
    HBox buttons = new HBox(8, sendButton, closeButton);
    buttons.setMinHeight(Region.USE_PREF_SIZE);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    root.getChildren().addAll(title, scroll, buttons);
    root.setPadding(new Insets(8, 16, 8, 16));
    root.getStyleClass().add("outbox-card");
    root.setAccessibleText(title.getText());
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            event.consume();
          }
        });
    // Not a default button: elsewhere in the window Enter means something else. A filter, because
    // choices take Enter for a press.
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !(event.getTarget() instanceof Button)) {
            send.accept(decided());
            event.consume();
          }
        });
  }

  Region root() {
    return root;
  }

  void focus() {
    // What scrolls comes into the window with its looks only, and takes no keys before.
    root.applyCss();
    root.layout();
    grid.getChildren().stream()
        .filter(Node::isFocusTraversable)
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  private Map<String, FieldChoice.Decision> decided() {
    return decisions.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().get()));
  }

  private void add(FieldChoice field, int row) {
    Label label = new Label(field.label());
    label.setWrapText(true);
    grid.add(label, 0, row);
    ToggleGroup group = new ToggleGroup();
    RadioButton mine = new RadioButton(messages.get("card.mine"));
    mine.setToggleGroup(group);
    mine.setSelected(true);
    mine.setMinWidth(Region.USE_PREF_SIZE);
    TextField text = new TextField(words(field.mine()));
    text.setPrefColumnCount(COLUMNS);
    GridPane.setHgrow(text, Priority.SOMETIMES);
    text.setEditable(field.editable());
    text.setAccessibleText(messages.get("card.mine.spoken", field.label()));
    if (field.theirs().isPresent()) {
      String theirs = words(field.theirs().get());
      RadioButton other = new RadioButton(messages.get("card.theirs", theirs));
      other.setToggleGroup(group);
      other.setWrapText(true);
      other.setAccessibleText(messages.get("card.theirs.spoken", field.label(), theirs));
      mine.setAccessibleText(
          messages.get("card.mine.value.spoken", field.label(), words(field.mine())));
      text.disableProperty().bind(other.selectedProperty());
      grid.addRow(row, mine, text, other);
    } else {
      grid.add(text, 2, row);
      Label message = new Label(field.message());
      message.getStyleClass().addAll(Styles.TEXT_SMALL, "problem");
      message.setWrapText(true);
      grid.add(message, 3, row);
      text.setAccessibleHelp(field.message());
    }
    decisions.put(
        field.name(),
        () ->
            mine.isSelected()
                ? new FieldChoice.Mine(
                    field.editable() && !text.getText().equals(words(field.mine()))
                        ? FieldValue.of(text.getText())
                        : field.mine())
                : new FieldChoice.Theirs());
  }

  private String words(FieldValue value) {
    return switch (value) {
      case FieldValue.Empty _ -> "";
      case FieldValue.Single(String text) -> text;
      case FieldValue.Multiple(var values) -> String.join("; ", values);
      case FieldValue.Table table -> messages.get("card.rows", table.rows().size());
    };
  }
}
