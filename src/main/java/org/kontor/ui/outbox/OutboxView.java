package org.kontor.ui.outbox;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.Theme;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The panel with every entry. Delete takes the selected one back, Enter opens its card where there
 * is something to decide and else tries it again, Alt+Shift+Up lets it go before the others,
 * letters filter, Escape closes the card, or the panel.
 */
public final class OutboxView {
  /** In a narrow window it gives way to the buttons; pixels at 100 percent. */
  private static final double LEAST_FILTER = 80;

  private final VBox root = new VBox();
  private final ListView<OutboxRow> list = new ListView<>();
  private final TextField filter = new TextField();
  private final OutboxViewModel model;
  private final Messages messages;
  private final Runnable close;
  private OptionalLong selectedKey = OptionalLong.empty();

  /**
   * @param close hides the panel
   */
  public OutboxView(OutboxViewModel model, Messages messages, Runnable close) {
    this.model = model;
    this.messages = messages;
    this.close = close;
    list.setItems(model.rows());
    list.setCellFactory(_ -> new OutboxCell(model, messages));
    list.getStyleClass().addAll(Tweaks.EDGE_TO_EDGE, "outbox-list");
    list.setAccessibleText(messages.get("title"));
    list.setPlaceholder(placeholder());
    list.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    model.changingProperty().subscribe(this::keepSelected);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    list.setContextMenu(menu(messages));
    list.setMinHeight(0);
    VBox.setVgrow(list, Priority.ALWAYS);

    Label title = new Label(messages.get("title"));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button retryAll = Action.of(messages.get("retryAll"), model.commands()::retryAll).button();
    retryAll.getStyleClass().add(Styles.SMALL);
    retryAll.setMinWidth(Region.USE_PREF_SIZE);
    title.setMinWidth(Region.USE_PREF_SIZE);
    retryAll.visibleProperty().bind(model.refusedProperty());
    Button hide = Action.of(messages.get("close"), close).with(Feather.CHEVRON_DOWN).iconButton();
    Button pause = pauseButton(messages);
    HBox head = new HBox(8, title, filter, needsPersonButton(), gap, retryAll, pause, hide);
    filterField();
    head.setAlignment(Pos.CENTER_LEFT);
    head.setPadding(new Insets(4, 8, 4, 16));
    head.getStyleClass().add("outbox-head");
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

  /** Letters typed in the list begin it, Down leads back into the list, Escape empties it. */
  private void filterField() {
    filter.setPromptText(messages.get("filter"));
    filter.setAccessibleText(messages.get("filter.spoken"));
    filter.getStyleClass().addAll(Styles.SMALL, "outbox-filter");
    Ems.minWidth(filter, LEAST_FILTER);
    filter.textProperty().bindBidirectional(model.wordsProperty());
    filter.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
          } else if (key.getCode() == KeyCode.ESCAPE) {
            close.run();
          } else if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
            focus();
          } else {
            return;
          }
          key.consume();
        });
    list.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
  }

  private void typed(KeyEvent key) {
    String letters = key.getCharacter();
    boolean plain = !key.isShortcutDown() && !key.isAltDown();
    if (plain && !letters.isBlank() && letters.charAt(0) > ' ' && letters.charAt(0) != 127) {
      filter.requestFocus();
      filter.appendText(letters);
      key.consume();
    }
  }

  private ToggleButton needsPersonButton() {
    ToggleButton only = new ToggleButton("", new FontIcon(Feather.ALERT_CIRCLE));
    only.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.SMALL);
    only.setAccessibleText(messages.get("filter.needsYou"));
    only.setTooltip(new Tooltip(messages.get("filter.needsYou")));
    only.setMinWidth(Region.USE_PREF_SIZE);
    only.selectedProperty().bindBidirectional(model.onlyNeedsPersonProperty());
    only.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> only.isSelected() || model.pendingProperty().get() == Pending.NEEDS_PERSON,
                only.selectedProperty(),
                model.pendingProperty()));
    only.managedProperty().bind(only.visibleProperty());
    return only;
  }

  private void selected(@Nullable OutboxRow row) {
    if (!model.changingProperty().get()) {
      selectedKey = row == null ? OptionalLong.empty() : OptionalLong.of(row.key());
    }
  }

  /** Lines go up and down as things are sent: what is selected is an entry, not a line. */
  private void keepSelected(boolean changing) {
    if (changing || selectedKey.isEmpty()) {
      return;
    }
    long key = selectedKey.getAsLong();
    OutboxRow now = list.getSelectionModel().getSelectedItem();
    if (now != null && now.key() == key) {
      return;
    }
    for (int row = 0; row < list.getItems().size(); row++) {
      if (list.getItems().get(row).key() == key) {
        list.getSelectionModel().clearAndSelect(row);
        return;
      }
    }
    list.getSelectionModel().clearSelection();
  }

  private Button pauseButton(Messages texts) {
    Button pause =
        Action.of(texts.get("pause"), model.commands()::togglePause)
            .with(Feather.PAUSE)
            .iconButton();
    model
        .pausedProperty()
        .addListener(
            (_, _, paused) -> {
              String text = texts.get(paused ? "goOn" : "pause");
              pause.setGraphic(new FontIcon(paused ? Feather.PLAY : Feather.PAUSE));
              pause.setAccessibleText(text);
              pause.setTooltip(new Tooltip(text));
            });
    return pause;
  }

  private void openCard(OutboxRow row) {
    model
        .card(row)
        .ifPresent(
            card -> {
              closeCard();
              EntryCardView view =
                  new EntryCardView(
                      card,
                      messages,
                      decisions -> {
                        model.commands().decide(card, decisions);
                        closeCard();
                      },
                      this::closeCard);
              root.getChildren().add(view.root());
              view.focus();
            });
  }

  private void closeCard() {
    if (root.getChildren().size() > 2) {
      root.getChildren().remove(2);
      list.requestFocus();
    }
  }

  private ContextMenu menu(Messages messages) {
    MenuItem retry = Action.of(messages.get("retry"), this::retrySelectedAsItIs).menuItem();
    MenuItem cancel = Action.of(messages.get("cancel"), this::cancelSelected).menuItem();
    MenuItem sendAgain = Action.of(messages.get("sendAgain"), this::sendSelectedAgain).menuItem();
    MenuItem front = Action.of(messages.get("toFront"), this::frontSelected).menuItem();
    MenuItem decide = Action.of(messages.get("decide"), this::decideSelected).menuItem();
    MenuItem csv = Action.of(messages.get("receipts.csv"), () -> saveReceipts("csv")).menuItem();
    MenuItem pdf = Action.of(messages.get("receipts.pdf"), () -> saveReceipts("pdf")).menuItem();
    ContextMenu menu = new ContextMenu(retry, decide, front, cancel, sendAgain, csv, pdf);
    menu.setOnShowing(
        _ -> {
          OutboxRow row = list.getSelectionModel().getSelectedItem();
          for (MenuItem any : menu.getItems()) {
            any.setDisable(row == null);
          }
          retry.setDisable(row == null || !model.commands().canRetry(row));
          cancel.setDisable(row == null || !model.commands().canTakeBack(row));
          front.setDisable(row == null || !model.commands().canGoFirst(row));
          decide.setVisible(row != null && model.card(row).isPresent());
          sendAgain.setVisible(row != null && model.commands().isUnresolved(row));
        });
    return menu;
  }

  private void sendSelectedAgain() {
    OutboxRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.commands().sendAgain(row);
    }
  }

  private void saveReceipts(String ending) {
    OutboxRow row = list.getSelectionModel().getSelectedItem();
    if (row == null) {
      return;
    }
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.get("receipts." + ending));
    chooser.setInitialFileName(messages.get("receipts.file") + "." + ending);
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
    File chosen = chooser.showSaveDialog(root.getScene().getWindow());
    if (chosen != null) {
      boolean named = chosen.getName().toLowerCase(Locale.ROOT).endsWith("." + ending);
      Path file = named ? chosen.toPath() : Path.of(chosen.getPath() + "." + ending);
      model.commands().saveReceipts(row, file, this::complain);
    }
  }

  /** In the place of a card, until it is closed. */
  private void complain(String text) {
    closeCard();
    Label words = new Label(text);
    words.setWrapText(true);
    Button ok = Action.of(messages.get("card.close"), this::closeCard).button();
    HBox line = new HBox(8, words, ok);
    line.setAlignment(Pos.CENTER_LEFT);
    line.setPadding(new Insets(8, 16, 8, 16));
    HBox.setHgrow(words, Priority.ALWAYS);
    root.getChildren().add(line);
    ok.requestFocus();
  }

  private void frontSelected() {
    OutboxRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.commands().toFront(row);
    }
  }

  private void decideSelected() {
    OutboxRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      openCard(row);
    }
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.UP && event.isAltDown() && event.isShiftDown()) {
      frontSelected();
      event.consume();
      return;
    }
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
    if (row != null && model.card(row).isPresent()) {
      openCard(row);
    } else if (row != null) {
      model.commands().retry(row);
    }
  }

  private void retrySelectedAsItIs() {
    OutboxRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.commands().retry(row);
    }
  }

  private void cancelSelected() {
    OutboxRow row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      model.commands().takeBack(row);
    }
  }

  private Label placeholder() {
    Label empty = new Label();
    empty
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.get(model.isFiltered() ? "empty.filtered" : "empty"),
                model.wordsProperty(),
                model.onlyNeedsPersonProperty()));
    empty.setWrapText(true);
    empty.setPadding(new Insets(16));
    empty.getStyleClass().add(Styles.TEXT_MUTED);
    return empty;
  }
}
