package org.kontor.ui.checkout;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.Observable;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.PlainScrollPane;

/** The sheet with the documents that are checked out on this computer. */
public final class CheckOutView {
  private static final double WIDTH = 560;
  private static final double HEIGHT = 420;

  private final CheckOutViewModel model;
  private final Messages texts;
  private final VBox rows = new VBox(16);
  private final Label empty;
  private final Button close;
  private final VBox root = new VBox(16);

  /**
   * @param editKey what checks a document out
   * @param hide called when the sheet is done with
   */
  public CheckOutView(CheckOutViewModel model, Messages texts, String editKey, Runnable hide) {
    this.model = model;
    this.texts = texts;
    Label title = new Label(texts.get("checkout.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    empty = wrapping(texts.get("checkout.empty", editKey));
    ScrollPane scroll = new PlainScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    close = new Button(texts.get("checkout.close"));
    close.setCancelButton(true);
    close.setOnAction(_ -> hide.run());
    HBox buttons = new HBox(close);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    root.getChildren().addAll(title, scroll, buttons);
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    Ems.prefHeight(root, HEIGHT);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    model.rows().addListener((Observable _) -> show());
    show();
    model.look();
  }

  public Region root() {
    return root;
  }

  /** To the way out; the documents come before it by Shift+Tab. */
  public void focus() {
    close.requestFocus();
  }

  private void show() {
    boolean hadFocus = rows.lookupAll(".button").stream().anyMatch(Node::isFocused);
    List<Region> shown = model.rows().stream().map(this::row).toList();
    rows.getChildren().setAll(shown.isEmpty() ? List.of(empty) : shown);
    if (hadFocus) {
      focus();
    }
  }

  private Region row(CheckedOut row) {
    Label name = wrapping(row.copy().title());
    name.getStyleClass().add(Styles.TEXT_BOLD);
    String how = texts.get("checkout." + row.condition().name(), row.sentence());
    Label state = wrapping(how);
    state.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    FlowPane buttons = new FlowPane(8, 4);
    switch (row.condition()) {
      case CHANGED -> {
        buttons.getChildren().add(button(row, "checkout.in", () -> model.checkIn(row)));
        buttons.getChildren().add(button(row, "checkout.upload", () -> model.upload(row)));
        buttons.getChildren().add(button(row, "checkout.open", () -> model.open(row)));
      }
      case UNCHANGED -> {
        buttons.getChildren().add(button(row, "checkout.in", () -> model.checkIn(row)));
        buttons.getChildren().add(button(row, "checkout.open", () -> model.open(row)));
      }
      case NEEDS_YOU -> {
        buttons.getChildren().add(button(row, "checkout.over", () -> model.overwrite(row)));
        buttons.getChildren().add(button(row, "checkout.open", () -> model.open(row)));
      }
      case SENDING, MISSING -> {}
    }
    if (row.condition() != CheckedOut.Condition.SENDING) {
      buttons.getChildren().add(discard(row));
    }
    return new VBox(4, name, state, buttons);
  }

  /** What would be lost is asked for with a second press. */
  private Button discard(CheckedOut row) {
    boolean harmless = row.condition() == CheckedOut.Condition.UNCHANGED;
    Button button = button(row, "checkout.discard", () -> {});
    boolean[] asked = {harmless};
    button.setOnAction(
        _ -> {
          if (asked[0]) {
            model.discard(row);
          } else {
            asked[0] = true;
            button.setText(texts.get("checkout.discard.sure"));
            button.setAccessibleText(
                texts.get("checkout.spoken", button.getText(), row.copy().title()));
            button.getStyleClass().add(Styles.DANGER);
          }
        });
    button
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused && asked[0] && !harmless) {
                asked[0] = false;
                button.setText(texts.get("checkout.discard"));
                button.getStyleClass().remove(Styles.DANGER);
              }
            });
    return button;
  }

  private Button button(CheckedOut row, String key, Runnable command) {
    Button button = new Button(texts.get(key));
    button.setId(key);
    button.getStyleClass().add(Styles.SMALL);
    button.setAccessibleText(texts.get("checkout.spoken", button.getText(), row.copy().title()));
    button.setOnAction(_ -> command.run());
    return button;
  }

  private static Label wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
