package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;

/** The sheet that asks where something shall go. */
public final class MoveSheetView {
  private static final double WIDTH = 440;

  private final PlaceBox place;
  private final VBox root = new VBox(12);
  private boolean entered;

  /**
   * @param hide called when the sheet is done with
   */
  public MoveSheetView(MoveSheetViewModel model, Messages texts, Runnable hide) {
    place = new PlaceBox(model.places(), texts);
    Label title = new Label(texts.get("move.title." + model.purpose(), model.count()));
    title.getStyleClass().add(Styles.TITLE_3);
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    Label verdict = new Label();
    verdict.setWrapText(true);
    verdict.setMinHeight(Region.USE_PREF_SIZE);
    verdict.textProperty().bind(model.verdictProperty());
    Button move = new Button(texts.get("move.do." + model.purpose()));
    move.getStyleClass().add(Styles.ACCENT);
    move.setId("move.do");
    move.disableProperty().bind(model.welcomeProperty().not());
    move.setOnAction(_ -> carryOut(model, hide));
    model
        .welcomeProperty()
        .subscribe(
            fine -> {
              if (fine && entered) {
                move.requestFocus();
              }
              verdict.getStyleClass().remove("form-message");
              if (!fine) {
                verdict.getStyleClass().add("form-message");
              }
            });
    place.setAfterEnter(
        () -> {
          // What was typed may still be looked for.
          entered = true;
          if (model.welcomeProperty().get()) {
            move.requestFocus();
          }
        });
    Button cancel = new Button(texts.get("cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> hide.run());
    HBox buttons = new HBox(8, cancel, move);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    move.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            carryOut(model, hide);
            key.consume();
          }
        });
    root.getChildren().addAll(title, place.field(), verdict, buttons);
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    root.getStylesheets().add(Theme.sheet(FormView.class, "form.css"));
  }

  public Region root() {
    return root;
  }

  /** To the place, offering the favourite ones and those used last. */
  public void focus() {
    place.field().requestFocus();
    place.offerAll();
  }

  private static void carryOut(MoveSheetViewModel model, Runnable hide) {
    if (model.move()) {
      hide.run();
    }
  }
}
