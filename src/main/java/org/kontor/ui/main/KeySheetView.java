package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.PlainScrollPane;

/** The sheet that F1 shows: every key and what it does. */
final class KeySheetView {
  private static final double WIDTH = 928;

  private final VBox root = new VBox(16);
  private final Button close;

  KeySheetView(KeyChoice choice, Messages messages, Runnable hide) {
    Label title = new Label(messages.get("keys.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    Region keys = new KeysPane(choice, messages).root();
    ScrollPane scroll = new PlainScrollPane(keys);
    scroll.setFitToWidth(true);
    scroll.prefViewportHeightProperty().bind(keys.heightProperty());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    close = new Button(messages.get("keys.close"));
    close.setCancelButton(true);
    close.setMinWidth(Region.USE_PREF_SIZE);
    close.setOnAction(_ -> hide.run());
    HBox foot = new HBox(8, close);
    foot.setAlignment(Pos.CENTER_RIGHT);
    root.getChildren().addAll(title, scroll, foot);
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  Region root() {
    return root;
  }

  void focus() {
    close.requestFocus();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.F1) {
      close.fire();
      event.consume();
    }
  }
}
