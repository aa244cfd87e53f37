package org.kontor.ui.facts;

import atlantafx.base.theme.Styles;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Messages;

/** What happened to an object, latest first. */
final class HistoryView {
  private final VBox root = new VBox(8);

  HistoryView(HistoryViewModel model, Messages texts) {
    ListView<Line.OfHistory> list = new ListView<>(model.entries());
    list.getStyleClass().add("history");
    list.setAccessibleText(texts.get("part.HISTORY"));
    list.setCellFactory(_ -> new TwoLineCell<>());
    Label state = new Label();
    state.textProperty().bind(model.stateProperty());
    state.setWrapText(true);
    state.getStyleClass().add(Styles.TEXT_MUTED);
    list.setPlaceholder(state);
    VBox.setVgrow(list, Priority.ALWAYS);
    Button more = new Button(texts.get("history.more"));
    more.setId("history.more");
    more.visibleProperty().bind(model.moreProperty());
    more.managedProperty().bind(more.visibleProperty());
    more.setOnAction(_ -> model.readMore());
    root.getChildren().addAll(list, more);
    root.setPadding(new Insets(8, 0, 0, 0));
  }

  Region root() {
    return root;
  }
}
