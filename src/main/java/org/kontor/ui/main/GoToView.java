package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;

/** The sheet that asks which object to go to. */
final class GoToView {
  private static final double WIDTH = 440;

  private final TextField field = new TextField();
  private final VBox root = new VBox(12);

  /**
   * @param hide takes the sheet away
   */
  GoToView(GoToViewModel model, Messages messages, Runnable hide) {
    Label title = new Label(messages.get("goTo"));
    title.getStyleClass().add(Styles.TITLE_3);
    field.setPromptText(messages.get("goTo.prompt"));
    field.setAccessibleText(messages.get("goTo.prompt"));
    field.textProperty().bindBidirectional(model.typedProperty());
    Label problem = new Label();
    problem.textProperty().bind(model.problemProperty());
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.getStyleClass().add(Styles.DANGER);
    problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    Button go = new Button(messages.get("goTo.go"));
    go.setDefaultButton(true);
    go.disableProperty().bind(field.textProperty().isEmpty());
    go.setOnAction(
        _ -> {
          if (model.go()) {
            hide.run();
          }
        });
    Button cancel = new Button(messages.get("goTo.cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> hide.run());
    HBox buttons = new HBox(8, cancel, go);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    root.getChildren().addAll(title, field, problem, buttons);
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  Region root() {
    return root;
  }

  void focus() {
    field.requestFocus();
    field.selectAll();
  }
}
