package org.kontor.ui.outbox;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the outbox panel: the head of a batch, or an entry. */
final class OutboxCell extends ListCell<OutboxRow> {
  private static final double STATE_WIDTH = 200;
  private static final double TOOLTIP_WIDTH = 480;

  private final OutboxViewModel model;
  private final FontIcon icon = new FontIcon();
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Label problem = new Label();
  private final Label state = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button retry;
  private final Button cancel;
  private final HBox item;
  private final Label head = new Label();
  private final Button retryBatch;
  private final Button takeBackBatch;
  private final HBox batchLine;

  OutboxCell(OutboxViewModel model, Messages messages) {
    this.model = model;
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    detail.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    problem.getStyleClass().addAll(Styles.TEXT_SMALL, "problem");
    // One line in a narrow window; the whole sentence is shown while hovering, and spoken.
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(problem.textProperty());
    whole.setWrapText(true);
    whole.setMaxWidth(TOOLTIP_WIDTH);
    problem.setTooltip(whole);
    problem.managedProperty().bind(problem.visibleProperty());
    state.getStyleClass().addAll(Styles.TEXT_SMALL, "state");
    progress.getStyleClass().add(Styles.SMALL);
    progress.setMaxWidth(Double.MAX_VALUE);
    progress.managedProperty().bind(progress.visibleProperty());
    retry = flat(Feather.ROTATE_CW, messages.get("retry"));
    retry.setOnAction(_ -> model.commands().retry(getItem()));
    cancel = flat(Feather.X, messages.get("cancel"));
    cancel.setOnAction(_ -> model.commands().takeBack(getItem()));

    VBox words = new VBox(2, title, detail, problem);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    VBox standing = new VBox(4, state, progress);
    standing.setAlignment(Pos.CENTER_LEFT);
    Ems.minWidth(standing, STATE_WIDTH);
    Ems.prefWidth(standing, STATE_WIDTH);
    HBox buttons = new HBox(retry, cancel);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.setMinWidth(Region.USE_PREF_SIZE);
    item = new HBox(12, icon, words, standing, buttons);
    item.setAlignment(Pos.CENTER_LEFT);
    retryBatch = flat(Feather.ROTATE_CW, messages.get("retry.batch"));
    retryBatch.setOnAction(_ -> model.commands().retry(getItem()));
    takeBackBatch = flat(Feather.CORNER_UP_LEFT, messages.get("cancel.batch"));
    takeBackBatch.setOnAction(_ -> model.commands().takeBack(getItem()));
    head.setMaxWidth(Double.MAX_VALUE);
    head.setMinWidth(0);
    HBox.setHgrow(head, Priority.ALWAYS);
    batchLine = new HBox(head, retryBatch, takeBackBatch);
    batchLine.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_BOLD, Styles.TEXT_MUTED);
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable OutboxRow row, boolean empty) {
    super.updateItem(row, empty);
    switch (empty ? null : row) {
      case null -> {
        setGraphic(null);
        setAccessibleText(null);
      }
      case OutboxRow.Batch batch -> {
        head.setText(model.words(batch));
        retryBatch.setVisible(model.commands().canRetry(batch));
        takeBackBatch.setVisible(model.commands().canTakeBack(batch));
        setGraphic(batchLine);
        setAccessibleText(head.getText());
      }
      case OutboxRow.Item entry -> {
        show(model.face(entry));
        setGraphic(item);
      }
    }
  }

  private void show(ItemFace face) {
    title.setText(face.title());
    detail.setText(face.detail());
    state.setText(face.state());
    problem.setText(face.problem());
    problem.setVisible(!face.problem().isEmpty());
    progress.setVisible(face.progress() >= 0);
    progress.setProgress(Math.max(0, face.progress()));
    retry.setVisible(face.retryable());
    cancel.setVisible(face.cancellable());
    icon.setIconCode(
        switch (face.look()) {
          case WAITING -> Feather.CLOCK;
          case SENDING -> Feather.ARROW_UP_CIRCLE;
          case CHECKING -> Feather.REFRESH_CW;
          case DONE -> Feather.CHECK_CIRCLE;
          case NEEDS_YOU -> Feather.ALERT_CIRCLE;
          case CANCELLED -> Feather.SLASH;
        });
    getStyleClass().removeIf(style -> style.startsWith("look-"));
    getStyleClass().add("look-" + face.look().name().toLowerCase(Locale.ROOT));
    setAccessibleText(face.spoken());
  }

  /** Reached by mouse here, by keyboard through the list's own keys. */
  private static Button flat(Feather shape, String text) {
    Button button = new Button();
    button.setGraphic(new FontIcon(shape));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setAccessibleText(text);
    button.setTooltip(new Tooltip(text));
    button.setFocusTraversable(false);
    return button;
  }
}
