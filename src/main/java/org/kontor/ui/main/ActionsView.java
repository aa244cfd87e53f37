package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.FailureBar;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.RowCell;
import org.kontor.ui.common.RowGraphic;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.common.WhyNot;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The sheet of what was done last; each can be taken back from here, or says why not. */
final class ActionsView {
  private static final double WIDTH = 680;
  private static final double HEIGHT = 560;

  private final ActionsViewModel model;
  private final Messages messages;
  private final RowsView<ActionsViewModel.Row> list;
  private final Label why = new Label();
  private final Button turn = new Button();
  private final ObjectProperty<Optional<String>> whyNot =
      new SimpleObjectProperty<>(Optional.empty());
  private final VBox root = new VBox(12);

  /**
   * @param hide takes the sheet away
   */
  ActionsView(ActionsViewModel model, Messages messages, Runnable hide) {
    this.model = model;
    this.messages = messages;
    Label title = new Label(messages.get("actions"));
    title.getStyleClass().add(Styles.TITLE_3);
    list = new RowsView<>(model.rows(), model.selection(), RowsView.Lines.TWO, Cell::new);
    list.setAccessibleText(messages.get("actions"));
    Label empty = new Label(messages.get("actions.none"));
    empty.getStyleClass().add(Styles.TEXT_MUTED);
    empty.setWrapText(true);
    list.setPlaceholder(empty);
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            model.turn();
            key.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    why.setWrapText(true);
    why.setMinHeight(Region.USE_PREF_SIZE);
    why.managedProperty().bind(why.textProperty().isNotEmpty());
    turn.getStyleClass().add(Styles.ACCENT);
    turn.setOnAction(_ -> model.turn());
    WhyNot.tell(turn, whyNot);
    Button close = new Button(messages.get("keys.close"));
    close.setCancelButton(true);
    close.setOnAction(_ -> hide.run());
    HBox buttons = new HBox(8, close, turn);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    FailureBar failure =
        new FailureBar(model.failureProperty(), messages.get("tryAgain"), model::read);
    root.getChildren().addAll(title, failure.root(), list, why, buttons);
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    Ems.prefHeight(root, HEIGHT);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    model.selection().onChange(this::showSelected);
    model.rows().subscribe(this::showSelected);
    showSelected();
  }

  Region root() {
    return root;
  }

  void focus() {
    list.requestFocus();
  }

  private void showSelected() {
    int lead = model.selection().lead();
    Optional<ActionsViewModel.Row> row =
        lead >= 0 && lead < model.rows().size()
            ? Optional.of(model.rows().get(lead))
            : Optional.empty();
    why.setText(row.map(ActionsViewModel.Row::why).orElse(""));
    whyNot.set(
        row.isEmpty()
            ? Optional.of(messages.get("actions.none"))
            : row.filter(shown -> !shown.action().canBeTurned())
                .map(shown -> shown.why().isEmpty() ? messages.get("undo.notYet") : shown.why()));
    boolean redo =
        row.filter(shown -> shown.action().standing() == DoneAction.Standing.TAKEN_BACK)
            .isPresent();
    turn.setText(messages.get(redo ? "redo" : "undo"));
  }

  /** Draws one action. */
  private static final class Cell extends RowCell<ActionsViewModel.Row> {
    private final RowGraphic graphic = new RowGraphic();

    @Override
    protected void updateItem(ActionsViewModel.@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      setText(null);
      if (empty || row == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      graphic.show(icon(row.action().standing()), row.what(), row.when());
      graphic.details(row.does(), row.standing());
      graphic.mark(Pending.NONE);
      setGraphic(graphic);
      setAccessibleText(row.spoken());
    }

    private static Ikon icon(DoneAction.Standing standing) {
      return switch (standing) {
        case DONE -> Feather.CHECK;
        case TAKEN_BACK -> Feather.CORNER_UP_LEFT;
        case UNSENT, UNDER_WAY -> Feather.CLOCK;
        case IMPOSSIBLE -> Feather.LOCK;
      };
    }
  }
}
