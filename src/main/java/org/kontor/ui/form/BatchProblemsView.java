package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;

/** Which of several documents stand in the way of filing them all, and a way to leave them out. */
final class BatchProblemsView {
  private static final double HEIGHT = 132;

  private final Messages texts;
  private final Label said = new Label();
  private final ListView<BatchProblem> list = new ListView<>();
  private final VBox root = new VBox(4);

  BatchProblemsView(FormViewModel model, Messages texts) {
    this.texts = texts;
    said.getStyleClass().addAll("form-message", Styles.TEXT_SMALL);
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    list.getStyleClass().addAll("form-problems", Styles.DENSE);
    Ems.prefHeight(list, HEIGHT);
    list.setMinHeight(64);
    list.setAccessibleText(texts.get("dry.list"));
    list.setCellFactory(_ -> new Cell());
    Button leaveOut = new Button(texts.get("dry.leaveOut"));
    leaveOut.getStyleClass().add(Styles.SMALL);
    leaveOut.setMinHeight(Region.USE_PREF_SIZE);
    leaveOut.setOnAction(_ -> model.leaveOutProblems());
    root.getChildren().addAll(said, list, leaveOut);
    root.setMinHeight(Region.USE_PREF_SIZE);
    root.managedProperty().bind(root.visibleProperty());
    model.batchProblemsProperty().addListener((_, _, problems) -> show(problems));
    show(model.batchProblemsProperty().get());
  }

  Region root() {
    return root;
  }

  private void show(List<BatchProblem> problems) {
    said.setText(texts.get("dry.notFiled", problems.size()));
    list.getItems().setAll(problems);
    root.setVisible(!problems.isEmpty());
  }

  /** The document over what is wrong with it. */
  private static final class Cell extends ListCell<BatchProblem> {
    private final Label name = new Label();
    private final Label sentence = new Label();
    private final VBox lines = new VBox(name, sentence);

    Cell() {
      setPrefWidth(0);
      sentence.setWrapText(true);
      sentence.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    }

    @Override
    protected void updateItem(BatchProblem problem, boolean empty) {
      super.updateItem(problem, empty);
      if (empty || problem == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      name.setText(problem.name());
      sentence.setText(problem.sentence());
      setAccessibleText(problem.name() + ": " + problem.sentence());
      setGraphic(lines);
    }
  }
}
