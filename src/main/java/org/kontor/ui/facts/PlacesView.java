package org.kontor.ui.facts;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.ObservableList;
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

/** Where an object lies, and the documents that it is tied to. */
final class PlacesView {
  private final PlacesViewModel model;
  private final Messages texts;
  private final ListView<Line.OfPlace> places;
  private final ListView<Line.OfObject> related;
  private static final double LEAST_HEIGHT = 72;
  private static final double LIST_HEIGHT = 160;

  private final VBox content = new VBox(8);

  /** In a low window with large text all of it can be scrolled to. */
  private final ScrollPane root = new PlainScrollPane(content);

  /**
   * @param adding asks for the sheet for a further location
   * @param referring asks for the sheet for a reference document
   */
  PlacesView(PlacesViewModel model, Messages texts, Runnable adding, Runnable referring) {
    this.model = model;
    this.texts = texts;
    places = list(model.places(), "places", model.stateProperty(), model::open);
    places.setAccessibleText(texts.get("part.PLACES"));
    related = list(model.related(), "related", model.relatedStateProperty(), model::open);
    related.setAccessibleText(texts.get("places.related"));
    places.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.DELETE) {
            remove();
            key.consume();
          }
        });
    Label heading = new Label(texts.get("places.related"));
    heading.getStyleClass().add(Styles.TEXT_BOLD);
    VBox.setVgrow(places, Priority.ALWAYS);
    VBox.setVgrow(related, Priority.ALWAYS);
    content
        .getChildren()
        .addAll(places, buttons(adding), heading, related, relatedButtons(referring));
    content.setPadding(new Insets(8, 0, 0, 0));
    root.setFitToWidth(true);
    root.setFitToHeight(true);
    root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    root.setFocusTraversable(false);
    root.getStyleClass().add("facts-scroll");
  }

  Region root() {
    return root;
  }

  private Region buttons(Runnable adding) {
    Button open = button("places.open", () -> chosen(places, model::open));
    WhyNot.tell(open, isSelected(places), texts.get("places.choose"));
    Button add = button("places.add", adding);
    WhyNot.tell(add, model.addObstacleProperty());
    Button remove = button("places.remove", this::remove);
    Label last = new Label();
    last.setWrapText(true);
    last.setMinHeight(Region.USE_PREF_SIZE);
    last.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    last.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> model.hasOnlyOne() ? texts.get("places.last") : "",
                model.places(),
                model.addObstacleProperty()));
    last.visibleProperty().bind(last.textProperty().isNotEmpty());
    last.managedProperty().bind(last.visibleProperty());
    WhyNot.tell(
        remove,
        Bindings.createObjectBinding(
            () ->
                model.whyNotRemove(
                    Optional.ofNullable(places.getSelectionModel().getSelectedItem())),
            places.getSelectionModel().selectedItemProperty(),
            model.places(),
            model.addObstacleProperty()));
    return new VBox(4, new FlowPane(8, 4, open, add, remove), last);
  }

  private Region relatedButtons(Runnable referring) {
    Button open = button("related.open", () -> chosen(related, model::open));
    WhyNot.tell(open, isSelected(related), texts.get("related.choose"));
    Button refer = button("related.make", referring);
    WhyNot.tell(refer, model.referObstacleProperty());
    return new FlowPane(8, 4, open, refer);
  }

  private static BooleanBinding isSelected(ListView<?> list) {
    return list.getSelectionModel().selectedItemProperty().isNotNull();
  }

  private Button button(String id, Runnable command) {
    Button button = new Button(texts.get(id));
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(_ -> command.run());
    return button;
  }

  private void remove() {
    chosen(places, model::remove);
  }

  private static <T> void chosen(ListView<T> list, Consumer<T> then) {
    T chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      then.accept(chosen);
    }
  }

  private static <T extends Line> ListView<T> list(
      ObservableList<T> items, String style, ReadOnlyStringProperty state, Consumer<T> open) {
    ListView<T> list = new ListView<>(items);
    list.getStyleClass().add(style);
    Ems.minHeight(list, LEAST_HEIGHT);
    Ems.prefHeight(list, LIST_HEIGHT);
    list.setCellFactory(_ -> new TwoLineCell<>());
    Label empty = new Label();
    empty.setWrapText(true);
    empty.setMinHeight(Region.USE_PREF_SIZE);
    empty.setPadding(new Insets(8));
    empty.getStyleClass().add(Styles.TEXT_MUTED);
    empty.textProperty().bind(state);
    list.setPlaceholder(empty);
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            chosen(list, open);
            key.consume();
          }
        });
    list.setOnMouseClicked(
        click -> {
          if (click.getClickCount() == 2) {
            chosen(list, open);
          }
        });
    return list;
  }
}
