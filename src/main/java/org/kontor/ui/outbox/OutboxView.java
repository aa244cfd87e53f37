package org.kontor.ui.outbox;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;
import org.kordamp.ikonli.feather.Feather;

/**
 * The panel with every entry. Delete takes the selected one back, Enter tries it again, Escape
 * closes the panel.
 */
public final class OutboxView {
  private final VBox root = new VBox();
  private final ListView<OutboxRow> list = new ListView<>();
  private final OutboxViewModel model;
  private final Runnable close;

  /**
   * @param close hides the panel
   */
  public OutboxView(OutboxViewModel model, Messages messages, Runnable close) {
    this.model = model;
    this.close = close;
    list.setItems(model.rows());
    list.setCellFactory(_ -> new OutboxCell(model, messages));
    list.getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, "outbox-list");
    list.setAccessibleText(messages.get("title"));
    list.setPlaceholder(placeholder(messages));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    list.setContextMenu(menu(messages));
    VBox.setVgrow(list, Priority.ALWAYS);

    Label title = new Label(messages.get("title"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button retryAll = Action.of(messages.get("retryAll"), model::retryAll).button();
    retryAll.getStyleClass().add(Styles.SMALL);
    retryAll.visibleProperty().bind(model.refusedProperty());
    Button hide = Action.of(messages.get("close"), close).with(Feather.CHEVRON_DOWN).iconButton();
    HBox head = new HBox(8, title, gap, retryAll, hide);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setPadding(new Insets(4, 8, 4, 16));
    root.getChildren().addAll(head, list);
    root.getStyleClass().add("outbox-panel");
    root.getStylesheets().add(Theme.sheet(OutboxView.class, "outbox.css"));
  }

  public Region root() {
    return root;
  }

  public void focus() {
    list.requestFocus();
    if (list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  private ContextMenu menu(Messages messages) {
    MenuItem retry = Action.of(messages.get("retry"), this::retrySelected).menuItem();
    MenuItem cancel = Action.of(messages.get("cancel"), this::cancelSelected).menuItem();
    MenuItem sendAgain = Action.of(messages.get("sendAgain"), this::sendSelectedAgain).menuItem();
    MenuItem keepMine = Action.of(messages.get("keepMine"), this::keepMine).menuItem();
    ContextMenu menu = new ContextMenu(retry, cancel, sendAgain, keepMine);
    menu.setOnShowing(
        _ -> {
          OutboxRow row = list.getSelectionModel().getSelectedItem();
          boolean conflict = row != null && model.isConflict(row);
          keepMine.setVisible(conflict);
          sendAgain.setVisible(row != null && model.isUnresolved(row) && !conflict);
        });
    return menu;
  }

  private void sendSelectedAgain() {
    OutboxRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.sendAgain(row);
    }
  }

  private void keepMine() {
    OutboxRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.keepMine(row);
    }
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE) {
      cancelSelected();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      retrySelected();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      close.run();
      event.consume();
    }
  }

  private void retrySelected() {
    OutboxRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.retry(row);
    }
  }

  private void cancelSelected() {
    OutboxRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.cancel(row);
    }
  }

  private static Label placeholder(Messages messages) {
    Label empty = new Label(messages.get("empty"));
    empty.setWrapText(true);
    empty.setPadding(new Insets(16));
    empty.getStyleClass().add(Styles.TEXT_MUTED);
    return empty;
  }
}
