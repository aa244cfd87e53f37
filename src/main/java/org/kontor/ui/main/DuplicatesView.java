package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.FocusWithin;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.WhyNot;

/**
 * Above the status line while files wait for an answer: which are somewhere already, and what to do
 * with those selected, which are all of them at first. It never takes the focus by itself. Delete
 * leaves out, Enter uploads, Insert adds a location, Escape goes back to where the keys were.
 */
final class DuplicatesView {
  private static final double ROW = 40;
  private static final int MOST_ROWS = 4;

  private final VBox root = new VBox(4);
  private final ListView<DuplicateQuestion> list = new ListView<>();
  private final DuplicateQuestions model;
  private final Runnable leave;

  /**
   * @param leave gives the focus back
   */
  DuplicatesView(DuplicateQuestions model, Messages messages, Runnable leave) {
    this.model = model;
    this.leave = leave;
    list.setItems(model.open());
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(_ -> new Cell());
    Ems.rowHeight(list, ROW);
    list.getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, "duplicates-list");
    list.setAccessibleText(messages.get("duplicates.list"));
    list.prefHeightProperty()
        .bind(
            Bindings.min(Bindings.size(model.open()), MOST_ROWS)
                .multiply(list.fixedCellSizeProperty())
                .add(2));
    list.minHeightProperty().bind(list.fixedCellSizeProperty().add(2));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    model
        .open()
        .addListener(
            (ListChangeListener<DuplicateQuestion>) _ -> list.getSelectionModel().selectAll());

    Label title = new Label();
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.get("duplicates.title", model.open().size()), model.open()));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setWrapText(true);
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button leaveOut = button("duplicates.leaveOut", "Delete", messages, model::leaveOut);
    Button location = button("duplicates.location", "Insert", messages, model::addLocation);
    Button upload = button("duplicates.upload", "Enter", messages, model::upload);
    location
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.open().stream().anyMatch(one -> one.instead().isPresent()),
                model.open()));
    location.managedProperty().bind(location.visibleProperty());
    HBox head = new HBox(8, title, leaveOut, location, upload);
    head.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(head, list);
    root.setPadding(new Insets(8, 8, 8, 16));
    root.getStyleClass().add("duplicates");
    root.setAccessibleText(messages.get("duplicates.list"));
    root.setMinHeight(Region.USE_PREF_SIZE);
    root.visibleProperty().bind(Bindings.isNotEmpty(model.open()));
    root.managedProperty().bind(root.visibleProperty());
  }

  Region root() {
    return root;
  }

  /** Gives it the keys, where there is a question. */
  void focus() {
    if (root.isVisible()) {
      list.requestFocus();
    }
  }

  private Button button(
      String text, String key, Messages messages, Consumer<List<DuplicateQuestion>> answer) {
    Button button = Action.of(messages.get(text), () -> answered(answer)).on(key).button();
    button.setId(text);
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Region.USE_PREF_SIZE);
    WhyNot.tell(
        button,
        Bindings.isNotEmpty(list.getSelectionModel().getSelectedItems()),
        messages.get("duplicates.choose"));
    return button;
  }

  private void answered(Consumer<List<DuplicateQuestion>> answer) {
    boolean hadKeys = FocusWithin.isIn(root);
    answer.accept(List.copyOf(list.getSelectionModel().getSelectedItems()));
    if (hadKeys && model.open().isEmpty()) {
      leave.run();
    }
  }

  private void onKey(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (!plain) {
      return;
    }
    if (event.getCode() == KeyCode.DELETE) {
      answered(model::leaveOut);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      answered(model::upload);
      event.consume();
    } else if (event.getCode() == KeyCode.INSERT) {
      answered(model::addLocation);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      leave.run();
      event.consume();
    }
  }

  /** A file, and below it where its content is. */
  private static final class Cell extends ListCell<DuplicateQuestion> {
    private final Label name = new Label();
    private final Label where = new Label();
    private final VBox words = new VBox(name, where);
    private final Tooltip whole = new Tooltip();

    Cell() {
      where.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      words.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(0);
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable DuplicateQuestion question, boolean empty) {
      super.updateItem(question, empty);
      if (question == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        setTooltip(null);
      } else {
        name.setText(question.name());
        where.setText(question.where());
        setGraphic(words);
        setAccessibleText(question.name() + ", " + question.where());
        whole.setText(question.name() + "\n" + question.where());
        setTooltip(whole);
      }
    }
  }
}
