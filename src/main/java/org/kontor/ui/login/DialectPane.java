package org.kontor.ui.login;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.LabelledField;
import org.kontor.ui.common.Messages;

/**
 * The section of a profile with what is not documented of the server's API: closed at first, each
 * setting with the way back to what is usual.
 */
public final class DialectPane {
  private static final double HEIGHT = 280;
  private static final double LEAST_HEIGHT = 96;
  private static final double GAP = 8;

  private final Messages messages;
  private final TitledPane root = new TitledPane();

  public DialectPane(DialectViewModel model, Messages messages) {
    this.messages = messages;
    Label about = new Label(messages.get("dialect.about"));
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    about.getStyleClass().add(Styles.TEXT_MUTED);
    Button resetAll = new Button(messages.get("dialect.resetAll"));
    resetAll.disableProperty().bind(model.changedProperty().isEqualTo(0));
    resetAll.setOnAction(_ -> model.resetAll());

    VBox settings = new VBox(GAP, about, resetAll);
    settings.setPadding(new Insets(GAP, 2 * GAP, GAP, GAP));
    for (DialectViewModel.Group group : model.groups()) {
      settings.getChildren().add(heading(group.title()));
      group.settings().forEach(setting -> settings.getChildren().add(row(setting)));
    }
    ScrollPane scroll = new ScrollPane(settings);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(messages.get("dialect.title"));
    Ems.prefHeight(scroll, HEIGHT);
    Ems.minHeight(scroll, LEAST_HEIGHT);
    root.setContent(scroll);
    root.setId("dialect");
    root.setExpanded(false);
    root.setAnimated(false);
    root.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    model.changedProperty().get() == 0
                        ? messages.get("dialect.title")
                        : messages.get("dialect.titleChanged", model.changedProperty().get()),
                model.changedProperty()));
  }

  /** Expanded where something in it is to be seen. */
  public TitledPane root() {
    return root;
  }

  private static Label heading(String title) {
    Label heading = new Label(title);
    heading.getStyleClass().add(Styles.TEXT_BOLD);
    heading.setPadding(new Insets(GAP, 0, 0, 0));
    return heading;
  }

  private Node row(DialectSetting setting) {
    Control control =
        setting.point().form() == DialectPoint.Form.CHOICE ? choice(setting) : typed(setting);
    control.setId("dialect-" + setting.point().key().replace('.', '-'));
    control.disableProperty().bind(setting.usedProperty().not());
    LabelledField field = new LabelledField(setting.name(), control, setting.problemProperty());
    HBox.setHgrow(field, Priority.ALWAYS);
    Button reset = new Button(messages.get("dialect.reset"));
    reset.setAccessibleText(messages.get("dialect.resetOne", setting.name()));
    reset.setMinWidth(Region.USE_PREF_SIZE);
    reset.visibleProperty().bind(setting.changedProperty());
    reset.managedProperty().bind(reset.visibleProperty());
    reset.setOnAction(
        _ -> {
          control.requestFocus();
          setting.reset();
        });
    HBox row = new HBox(GAP, field, reset);
    row.setAlignment(Pos.BOTTOM_LEFT);
    return row;
  }

  private static TextField typed(DialectSetting setting) {
    TextField typed = new TextField();
    typed.textProperty().bindBidirectional(setting.textProperty());
    return typed;
  }

  private static ComboBox<String> choice(DialectSetting setting) {
    ComboBox<String> choice = new ComboBox<>();
    choice.getItems().setAll(setting.point().choices());
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable String value) {
            return value == null || !setting.point().choices().contains(value)
                ? String.valueOf(value)
                : setting.nameOf(value);
          }

          @Override
          public String fromString(String name) {
            throw new UnsupportedOperationException("chosen, not typed");
          }
        });
    choice.valueProperty().bindBidirectional(setting.textProperty());
    return choice;
  }
}
