package org.kontor.ui.search;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.model.Catalog;
import org.kontor.model.FieldType;
import org.kontor.ui.common.Messages;

/** One field of the search form: its name, how it is compared, and what with. */
final class CriterionRow {
  private final Criterion criterion;
  private final Messages messages;
  private final VBox root = new VBox(2);
  private final HBox inputs = new HBox(4);
  private final Label problem = new Label();

  CriterionRow(Criterion criterion, Messages messages) {
    this.criterion = criterion;
    this.messages = messages;
    Label label = new Label(criterion.label());
    label.getStyleClass().add(Styles.TEXT_SMALL);
    label.setWrapText(true);
    ComboBox<Criterion.Mode> mode = new ComboBox<>();
    mode.getItems().setAll(criterion.modes());
    mode.valueProperty().bindBidirectional(criterion.modeProperty());
    mode.setConverter(new Named<>(shown -> messages.get("mode." + shown.name())));
    mode.setAccessibleText(messages.get("mode", criterion.label()));
    mode.getStyleClass().addAll(Styles.SMALL, "search-mode");
    mode.setMinWidth(Region.USE_PREF_SIZE);
    // Side by side where there is room for both.
    FlowPane head = new FlowPane(4, 0, label, mode);
    head.setRowValignment(VPos.CENTER);
    problem.setText(messages.get("field.notUnderstood"));
    problem.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
    problem.setWrapText(true);
    problem.visibleProperty().bind(criterion.understoodProperty().not());
    problem.managedProperty().bind(problem.visibleProperty());
    root.getChildren().addAll(head, inputs, problem);
    criterion.modeProperty().addListener((_, _, _) -> showInputs());
    showInputs();
  }

  Region root() {
    return root;
  }

  private void showInputs() {
    List<Node> shown = new ArrayList<>();
    if (criterion.takesInput()) {
      if (criterion.modeProperty().get() == Criterion.Mode.RANGE) {
        shown.add(field(criterion.firstProperty(), "field.from"));
        shown.add(field(criterion.secondProperty(), "field.to"));
      } else {
        shown.add(
            criterion
                .choices()
                .<Node>map(this::chooser)
                .orElseGet(() -> field(criterion.firstProperty(), "")));
      }
    }
    inputs.getChildren().setAll(shown);
    inputs.setManaged(!shown.isEmpty());
  }

  private TextField field(StringProperty value, String prompt) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(value);
    String name = prompt.isEmpty() ? "" : messages.get(prompt);
    boolean letters = criterion.field().type() instanceof FieldType.Choice;
    field.setPromptText(letters ? messages.get("field.letters") : name);
    field.setAccessibleText(name.isEmpty() ? criterion.label() : criterion.label() + ", " + name);
    field.setPrefColumnCount(6);
    field.getStyleClass().add(Styles.SMALL);
    criterion
        .understoodProperty()
        .subscribe(fine -> field.pseudoClassStateChanged(Styles.STATE_DANGER, !fine));
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private ComboBox<Optional<Catalog.Entry>> chooser(Catalog catalog) {
    ComboBox<Optional<Catalog.Entry>> box = new ComboBox<>();
    box.getItems().add(Optional.empty());
    catalog.choices().map(Optional::of).forEach(box.getItems()::add);
    box.setConverter(
        new Named<>(
            entry ->
                entry
                    .map(of -> of.label().in(messages.locale()))
                    .orElseGet(() -> messages.get("field.any"))));
    box.setValue(catalog.choice(criterion.firstProperty().get()));
    box.valueProperty()
        .addListener(
            (_, _, now) -> criterion.firstProperty().set(now.map(Catalog.Entry::value).orElse("")));
    criterion.firstProperty().addListener((_, _, value) -> box.setValue(catalog.choice(value)));
    box.setAccessibleText(criterion.label());
    box.getStyleClass().add(Styles.SMALL);
    box.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(box, Priority.ALWAYS);
    LettersChoose.install(box);
    return box;
  }
}
