package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.PlainScrollPane;
import org.kontor.ui.common.Theme;

/** The sheet in which a person chooses letters that stand for types. */
public final class TypeShortCutsView {
  private static final double WIDTH = 560;
  private static final double LETTERS_WIDTH = 96;

  private final TypeShortCutsViewModel model;
  private final Messages texts;
  private final List<TextField> fields = new ArrayList<>();
  private final List<Runnable> checks = new ArrayList<>();
  private final Button save;
  private final VBox root = new VBox(12);

  /**
   * @param hide called when the sheet is done with
   */
  public TypeShortCutsView(TypeShortCutsViewModel model, Messages texts, Runnable hide) {
    this.model = model;
    this.texts = texts;
    Label title = new Label(texts.get("shorts.title"));
    title.getStyleClass().add(Styles.TITLE_3);
    Label help = new Label(texts.get("shorts.help"));
    help.setWrapText(true);
    help.setMinHeight(Region.USE_PREF_SIZE);
    GridPane grid = grid();
    ScrollPane scroll = new PlainScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.prefViewportHeightProperty().bind(grid.heightProperty());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    save = new Button(texts.get("shorts.save"));
    save.setDefaultButton(true);
    save.setOnAction(
        _ -> {
          if (model.save()) {
            hide.run();
          }
        });
    Button cancel = new Button(texts.get("shorts.cancel"));
    cancel.setCancelButton(true);
    cancel.setOnAction(_ -> hide.run());
    HBox buttons = new HBox(8, cancel, save);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    root.getChildren().addAll(title, help, scroll, buttons);
    root.setPadding(new Insets(24));
    Ems.prefWidth(root, WIDTH);
    root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    root.getStylesheets().add(Theme.sheet(FormView.class, "form.css"));
    check();
  }

  public Region root() {
    return root;
  }

  /** To the first type's letters. */
  public void focus() {
    // What a scroll pane holds is part of the scene only once its skin is made.
    root.applyCss();
    root.layout();
    fields.stream().findFirst().ifPresent(TextField::requestFocus);
  }

  private GridPane grid() {
    GridPane grid = new GridPane(12, 4);
    grid.setPadding(new Insets(2, 12, 2, 2));
    ColumnConstraints names = new ColumnConstraints();
    names.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, new ColumnConstraints());
    int row = 0;
    for (TypeShortCutsViewModel.Line line : model.lines()) {
      Label name = new Label(line.name());
      Label cabinet = new Label(line.cabinet());
      cabinet.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      Label problem = new Label();
      problem.getStyleClass().addAll("form-message", Styles.TEXT_SMALL);
      problem.setWrapText(true);
      problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
      problem.managedProperty().bind(problem.visibleProperty());
      TextField letters = new TextField();
      Ems.prefWidth(letters, LETTERS_WIDTH);
      Ems.minWidth(letters, LETTERS_WIDTH);
      letters.textProperty().bindBidirectional(line.letters());
      letters.setAccessibleText(texts.get("shorts.label", line.name()));
      letters.textProperty().addListener(_ -> check());
      fields.add(letters);
      checks.add(() -> show(line, letters, problem));
      grid.addRow(row++, new VBox(name, cabinet, problem), letters);
    }
    return grid;
  }

  private void show(TypeShortCutsViewModel.Line line, TextField letters, Label problem) {
    Optional<String> other = model.twice(line);
    problem.setText(other.map(name -> texts.get("shorts.twice", name)).orElse(""));
    letters.pseudoClassStateChanged(Styles.STATE_DANGER, other.isPresent());
    letters.setAccessibleHelp(problem.getText());
  }

  private void check() {
    checks.forEach(Runnable::run);
    save.setDisable(model.lines().stream().anyMatch(line -> model.twice(line).isPresent()));
  }
}
