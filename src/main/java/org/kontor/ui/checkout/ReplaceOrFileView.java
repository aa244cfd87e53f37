package org.kontor.ui.checkout;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;

/** Asks what a file is meant for that was dropped on a document. */
public final class ReplaceOrFileView {
  private static final double WIDTH = 480;

  private final Button cancel;
  private final VBox root = new VBox(12);

  /**
   * @param file what it is called
   * @param document what the document is called
   * @param hide takes the sheet away
   */
  public ReplaceOrFileView(
      String file, String document, Runnable replace, Runnable add, Messages texts, Runnable hide) {
    Label title = wrapping(texts.get("onto.title", file));
    title.getStyleClass().add(Styles.TITLE_3);
    Label said = wrapping(texts.get("onto.said", document));
    cancel = new Button(texts.get("onto.cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> hide.run());
    FlowPane buttons =
        new FlowPane(
            8,
            8,
            cancel,
            button("onto.add", texts, add, hide),
            button("onto.replace", texts, replace, hide));
    buttons.setAlignment(Pos.CENTER_RIGHT);
    root.getChildren().addAll(title, said, buttons);
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  public Region root() {
    return root;
  }

  /** To the way out. */
  public void focus() {
    cancel.requestFocus();
  }

  private static Button button(String id, Messages texts, Runnable command, Runnable hide) {
    Button button = new Button(texts.get(id));
    button.setId(id);
    button.setOnAction(
        _ -> {
          hide.run();
          command.run();
        });
    return button;
  }

  private static Label wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
