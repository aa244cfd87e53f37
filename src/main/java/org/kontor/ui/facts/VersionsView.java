package org.kontor.ui.facts;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.PlainScrollPane;
import org.kontor.ui.common.WhyNot;

/** Former states, and one of them field by field beside the present one. */
final class VersionsView {
  private static final double LIST_HEIGHT = 180;

  private final VersionsViewModel model;
  private final Messages texts;
  private final ListView<Line.OfVersion> list = new ListView<>();
  private final Button open = new Button();
  private final VBox fields = new VBox(8);
  private final VBox root = new VBox(8);

  VersionsView(VersionsViewModel model, Messages texts) {
    this.model = model;
    this.texts = texts;
    list.setItems(model.versions());
    list.getStyleClass().add("versions");
    list.setAccessibleText(texts.get("part.VERSIONS"));
    Ems.prefHeight(list, LIST_HEIGHT);
    Ems.minHeight(list, 72);
    list.setCellFactory(_ -> new TwoLineCell<>());
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((_, _, chosen) -> model.select(Optional.ofNullable(chosen)));
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            open.fire();
            key.consume();
          }
        });
    list.setPlaceholder(state(model));
    Label comparison = wrapping();
    comparison.textProperty().bind(model.comparisonProperty());
    comparison.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    ScrollPane scroll = new PlainScrollPane(fields);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root.getChildren().addAll(list, buttons(), comparison, scroll);
    root.setPadding(new Insets(8, 0, 0, 0));
    model.differencesProperty().subscribe(this::compare);
  }

  Region root() {
    return root;
  }

  private Region buttons() {
    open.setText(texts.get("versions.open"));
    open.setId("versions.open");
    open.setOnAction(_ -> model.selectedProperty().get().ifPresent(model::open));
    Button restore = new Button(texts.get("versions.restore"));
    restore.setId("versions.restore");
    restore.setOnAction(_ -> model.selectedProperty().get().ifPresent(model::restore));
    open.getStyleClass().add(Styles.SMALL);
    restore.getStyleClass().add(Styles.SMALL);
    WhyNot.tell(open, model.selectedProperty().map(model::whyNotOpen));
    WhyNot.tell(restore, model.selectedProperty().map(model::whyNotRestore));
    restore.setVisible(model.canRestore());
    return new FlowPane(8, 4, open, restore);
  }

  private void compare(List<Difference> differences) {
    fields.getChildren().setAll(differences.stream().map(this::row).toList());
  }

  private Region row(Difference difference) {
    Label label = wrapping();
    label.setText(difference.label());
    label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    Label value = wrapping();
    String nothing = texts.get("versions.empty");
    if (difference.differs()) {
      String then = difference.then().isEmpty() ? nothing : difference.then();
      String now = difference.now().isEmpty() ? nothing : difference.now();
      value.setText(texts.get("versions.changed", then, now));
      value.getStyleClass().add(Styles.TEXT_BOLD);
    } else {
      value.setText(difference.now());
    }
    return new VBox(label, value);
  }

  private static Label state(VersionsViewModel model) {
    Label label = wrapping();
    label.textProperty().bind(model.stateProperty());
    label.getStyleClass().add(Styles.TEXT_MUTED);
    label.setPadding(new Insets(8));
    return label;
  }

  private static Label wrapping() {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
