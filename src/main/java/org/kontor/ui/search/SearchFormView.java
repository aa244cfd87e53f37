package org.kontor.ui.search;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.model.ObjectType;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.PlainScrollPane;

/** Type, fields, container and order of a search. */
final class SearchFormView {
  private static final double LEAST_FIELDS = 80;

  private final SearchQuestion question;
  private final Messages messages;
  private final ComboBox<Optional<ObjectType>> type = new ComboBox<>();
  private final ComboBox<Order> order = new ComboBox<>();
  private final VBox fields = new VBox(6);
  private final ScrollPane scroll = new PlainScrollPane(fields);
  private final VBox root = new VBox(8);

  SearchFormView(SearchViewModel model, Messages messages) {
    this.messages = messages;
    question = model.question();
    type.getItems().setAll(question.types());
    type.setConverter(new Named<>(model.texts()::type));
    type.valueProperty().bindBidirectional(question.typeProperty());
    type.setAccessibleText(messages.get("type"));
    type.getStyleClass().add("search-type");
    LettersChoose.install(type);
    order.setConverter(
        new Named<>(shown -> model.texts().order(shown, question.typeProperty().get())));
    order.setAccessibleText(messages.get("order"));
    for (ComboBox<?> box : new ComboBox<?>[] {type, order}) {
      box.setMaxWidth(Double.MAX_VALUE);
      box.getStyleClass().add(Styles.SMALL);
    }
    showOrders();
    scroll.setFitToWidth(true);
    Ems.minHeight(scroll, LEAST_FIELDS);
    scroll.setAccessibleText(messages.get("fields"));
    scroll.getStyleClass().add("search-fields");
    fields.setPadding(new Insets(0, 4, 4, 0));
    question.criteriaProperty().subscribe(_ -> showFields());
    root.getChildren().addAll(type, scroll, below(), order);
    root.setPadding(new Insets(0, 12, 0, 12));
  }

  Region root() {
    return root;
  }

  void focus() {
    type.requestFocus();
  }

  private CheckBox below() {
    CheckBox below = new CheckBox();
    below.selectedProperty().bindBidirectional(question.onlyBelowProperty());
    below
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    question
                        .container()
                        .map(Place::title)
                        .map(title -> messages.get("below", title))
                        .orElseGet(() -> messages.get("belowNone")),
                question.hereProperty(),
                question.belowProperty()));
    below
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> question.container().isEmpty(),
                question.hereProperty(),
                question.belowProperty()));
    below.setMaxWidth(Double.MAX_VALUE);
    return below;
  }

  private void showFields() {
    fields
        .getChildren()
        .setAll(
            question.criteriaProperty().get().stream()
                .map(criterion -> new CriterionRow(criterion, messages).root())
                .toList());
    boolean any = !fields.getChildren().isEmpty();
    scroll.setVisible(any);
    scroll.setManaged(any);
    scroll.setVvalue(0);
    showOrders();
  }

  /** The orders of the fields go with the type. */
  private void showOrders() {
    order.valueProperty().unbindBidirectional(question.orderProperty());
    Order now = question.orderProperty().get();
    order.getItems().setAll(question.orders());
    order.setValue(now);
    order.valueProperty().bindBidirectional(question.orderProperty());
  }
}
