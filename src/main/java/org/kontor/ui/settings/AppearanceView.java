package org.kontor.ui.settings;

import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.FontSize;
import org.kontor.ui.common.Listening;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;

/** Colours, size and language of the window. */
final class AppearanceView {
  private final VBox root = new VBox(16);

  AppearanceView(
      AppearanceViewModel model, ObservableValue<Set<Page.Line>> hits, Messages messages) {
    FlowPane modes = new FlowPane(16, 8);
    ToggleGroup group = new ToggleGroup();
    for (Theme.Mode mode : Theme.Mode.values()) {
      RadioButton button = new RadioButton(model.nameOf(mode));
      button.setId("theme-" + mode.name());
      button.setToggleGroup(group);
      button.setSelected(model.mode() == mode);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(_ -> model.use(mode));
      modes.getChildren().add(button);
    }
    ComboBox<Integer> size = new ComboBox<>();
    size.setId("text-size");
    size.setAccessibleText(messages.get("line.TEXT_SIZE"));
    size.getItems().setAll(FontSize.steps());
    size.setConverter(new Named<>(percent -> messages.get("percent", percent)));
    size.setValue(model.fontSize().percentProperty().get());
    size.valueProperty().addListener((_, _, percent) -> model.use(percent));
    Listening.to(
        model.fontSize().percentProperty(),
        size.getProperties(),
        () -> size.setValue(model.fontSize().percentProperty().get()));
    ComboBox<Optional<String>> language = new ComboBox<>();
    language.setId("language");
    language.setAccessibleText(messages.get("line.LANGUAGE"));
    language.getItems().setAll(model.languages());
    language.setConverter(new Named<>(model::nameOf));
    language.setValue(model.language());
    language.valueProperty().addListener((_, _, code) -> model.speak(code));
    root.getChildren()
        .addAll(
            new LinePane(Page.Line.THEME, hits, messages, modes),
            new LinePane(Page.Line.TEXT_SIZE, hits, messages, size),
            new LinePane(Page.Line.LANGUAGE, hits, messages, language));
  }

  Region root() {
    return root;
  }
}
