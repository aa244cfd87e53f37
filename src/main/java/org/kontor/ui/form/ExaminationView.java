package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.task.Progress;
import org.kontor.ui.common.Messages;

/** How far the look at each of several documents is, and a way to stop it. */
final class ExaminationView {
  private final Messages texts;
  private final Label said = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final VBox root = new VBox(4);

  ExaminationView(FormViewModel model, Messages texts) {
    this.texts = texts;
    said.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add(Styles.SMALL);
    bar.setAccessibleText(texts.get("task.dry"));
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button stop = new Button(texts.get("dry.stop"));
    stop.getStyleClass().add(Styles.SMALL);
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setOnAction(_ -> model.stopExamination());
    HBox line = new HBox(8, bar, stop);
    line.setAlignment(Pos.CENTER_LEFT);
    root.getChildren().addAll(said, line);
    root.setMinHeight(Region.USE_PREF_SIZE);
    root.managedProperty().bind(root.visibleProperty());
    model.examinationProperty().addListener((_, _, now) -> show(now));
    show(model.examinationProperty().get());
  }

  Region root() {
    return root;
  }

  /** A look at one document only is over before it could be read. */
  private void show(Optional<Progress> now) {
    root.setVisible(now.filter(progress -> progress.total() > 1).isPresent());
    now.ifPresent(
        progress -> {
          bar.setProgress(progress.fraction());
          said.setText(texts.get("dry.progress", progress.done(), progress.total()));
        });
  }
}
