package org.kontor.ui.bin;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;

/** The sheet that tells the consequences of a deletion and asks. */
public final class DeletionView {
  private static final double WIDTH = 480;

  private final DeletionViewModel model;
  private final VBox root = new VBox(12);
  private final VBox said = new VBox(8);
  private final Button cancel;
  private final Button delete;

  /**
   * @param hide called when the sheet is done with
   */
  public DeletionView(DeletionViewModel model, Messages texts, Runnable hide) {
    this.model = model;
    Label title = wrapping();
    title.getStyleClass().add(Styles.TITLE_3);
    title.textProperty().bind(model.titleProperty());
    Label progress = wrapping();
    progress.textProperty().bind(model.progressProperty());
    progress.managedProperty().bind(progress.visibleProperty());
    progress.visibleProperty().bind(model.progressProperty().isNotEmpty());
    delete = new Button(texts.get("delete.do"));
    delete.setId("delete.do");
    delete.getStyleClass().add(Styles.DANGER);
    delete.disableProperty().bind(model.possibleProperty().not());
    delete.setOnAction(_ -> carryOut(hide));
    delete.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            carryOut(hide);
            key.consume();
          }
        });
    cancel = new Button(texts.get("delete.cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(
        _ -> {
          model.cancel();
          hide.run();
        });
    HBox buttons = new HBox(8, cancel, delete);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    CheckBox past = new CheckBox(texts.get("delete.past"));
    past.selectedProperty().bindBidirectional(model.forGoodProperty());
    past.setVisible(model.offersForGood());
    past.setManaged(model.offersForGood());
    root.getChildren().addAll(title, progress, said, where(texts), past, buttons);
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    model.consequencesProperty().subscribe(this::say);
    // The button is asked for only once the consequences can be read.
    model
        .possibleProperty()
        .subscribe(
            ready -> {
              if (ready && cancel.isFocused()) {
                delete.requestFocus();
              }
            });
  }

  public Region root() {
    return root;
  }

  /** To the way out, and on to the deletion once its consequences are told. */
  public void focus() {
    cancel.requestFocus();
    if (!delete.isDisabled()) {
      delete.requestFocus();
    }
  }

  private Region where(Messages texts) {
    ToggleGroup group = new ToggleGroup();
    RadioButton here = new RadioButton(texts.get("delete.where.here"));
    RadioButton all = new RadioButton(texts.get("delete.where.all"));
    here.setToggleGroup(group);
    all.setToggleGroup(group);
    all.setSelected(true);
    here.selectedProperty().bindBidirectional(model.onlyHereProperty());
    model.onlyHereProperty().subscribe(only -> (only ? here : all).setSelected(true));
    VBox choice = new VBox(8, here, all);
    choice.visibleProperty().bind(model.offersOnlyHereProperty());
    choice.managedProperty().bind(choice.visibleProperty());
    return choice;
  }

  private void say(List<String> sentences) {
    said.getChildren()
        .setAll(
            sentences.stream()
                .map(
                    sentence -> {
                      Label label = wrapping();
                      label.setText(sentence);
                      return label;
                    })
                .toList());
    // Read out with the question when the keys come here.
    delete.setAccessibleHelp(String.join(" ", sentences));
  }

  private void carryOut(Runnable hide) {
    if (model.possibleProperty().get()) {
      model.delete();
      hide.run();
    }
  }

  private static Label wrapping() {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
