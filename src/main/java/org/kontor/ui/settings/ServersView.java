package org.kontor.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The profiles of servers: their list, and below it the one that is selected. */
final class ServersView {
  private static final double LIST = 136;

  private final ServersViewModel model;
  private final Messages messages;
  private final ListView<ServerRow> list = new ListView<>();
  private final ProfileView profile;
  private final VBox root = new VBox(16);

  ServersView(ServersViewModel model, ObservableValue<Set<Page.Line>> hits, Messages messages) {
    this.model = model;
    this.messages = messages;
    profile = new ProfileView(model, hits, messages);
    fillList();
    FlowPane files =
        new FlowPane(
            8,
            8,
            button("server.export", model::exportAll),
            button("server.import", model::importFile));
    root.getChildren()
        .addAll(
            new LinePane(
                Page.Line.SERVER_LIST, hits, messages, list, commands(), question(), said()),
            profile.root(),
            new LinePane(Page.Line.SERVER_FILES, hits, messages, files));
  }

  Region root() {
    return root;
  }

  private void fillList() {
    list.setId("settings-servers");
    list.setAccessibleText(messages.get("line.SERVER_LIST"));
    list.setItems(model.rows());
    list.setCellFactory(_ -> new ServerCell(model));
    Label none = new Label(messages.get("server.none"));
    none.setWrapText(true);
    list.setPlaceholder(none);
    Ems.prefHeight(list, LIST);
    Ems.minHeight(list, LIST);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, row) -> {
              if (row != null) {
                model.select(Optional.of(row));
              }
            });
    model.selectedProperty().addListener(_ -> select());
    select();
  }

  private void select() {
    model
        .selectedProperty()
        .get()
        .ifPresentOrElse(
            list.getSelectionModel()::select, () -> list.getSelectionModel().clearSelection());
  }

  private FlowPane commands() {
    ObservableBooleanValue fixed =
        Bindings.createBooleanBinding(
            () -> model.selectedProperty().get().filter(row -> !row.administered()).isEmpty(),
            model.selectedProperty());
    Button add =
        button(
            "server.add",
            () -> {
              model.add();
              profile.focus();
            });
    Button up = icon(Feather.ARROW_UP, "server.up", () -> model.move(-1));
    Button down = icon(Feather.ARROW_DOWN, "server.down", () -> model.move(1));
    Button remove = button("server.remove", model::remove);
    for (Button one : new Button[] {up, down, remove}) {
      one.disableProperty().bind(fixed);
    }
    return new FlowPane(8, 8, add, up, down, remove);
  }

  private Region question() {
    Label text = new Label();
    text.textProperty().bind(model.questionProperty());
    text.setWrapText(true);
    text.setMinHeight(Region.USE_PREF_SIZE);
    Button now = button("server.remove.now", model::removeNow);
    now.getStyleClass().add(Styles.DANGER);
    FlowPane answers = new FlowPane(8, 8, button("server.remove.keep", model::keep), now);
    answers.setAlignment(Pos.CENTER_LEFT);
    VBox bar = new VBox(8, text, answers);
    bar.getStyleClass().add("settings-question");
    bar.visibleProperty().bind(text.textProperty().isNotEmpty());
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private Node said() {
    Label said = new Label();
    said.setId("settings-said");
    said.textProperty().bind(model.saidProperty());
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.visibleProperty().bind(said.textProperty().isNotEmpty());
    said.managedProperty().bind(said.visibleProperty());
    model
        .failedProperty()
        .addListener((_, _, failed) -> said.pseudoClassStateChanged(Styles.STATE_DANGER, failed));
    said.getStyleClass().add("settings-said");
    return said;
  }

  private Button button(String key, Runnable command) {
    Button button = new Button(messages.get(key));
    button.setId(key.replace('.', '-'));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> command.run());
    return button;
  }

  private Button icon(Feather shape, String key, Runnable command) {
    Button button = new Button("", new FontIcon(shape));
    button.getStyleClass().add(Styles.BUTTON_ICON);
    button.setId(key.replace('.', '-'));
    button.setAccessibleText(messages.get(key));
    button.setTooltip(new Tooltip(messages.get(key)));
    button.setOnAction(_ -> command.run());
    return button;
  }
}
