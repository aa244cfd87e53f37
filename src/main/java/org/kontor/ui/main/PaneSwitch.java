package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.kontor.ui.common.Messages;
import org.kontor.ui.main.PaneLayout.Pane;

/** The line that is there while not all panes have room: which are shown, and a way to each. */
final class PaneSwitch {
  private final FlowPane root = new FlowPane(4, 4);
  private final Map<Pane, ToggleButton> buttons = new EnumMap<>(Pane.class);
  private List<Pane> shown = List.of();

  PaneSwitch(Messages messages, Consumer<Pane> reveal) {
    for (Pane pane : Pane.values()) {
      ToggleButton button = new ToggleButton(messages.get("pane." + pane.name()));
      button.getStyleClass().addAll(Styles.SMALL);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(
          _ -> {
            reveal.accept(pane);
            show(shown);
          });
      buttons.put(pane, button);
      root.getChildren().add(button);
    }
    root.getStyleClass().add("pane-switch");
    root.setMinHeight(Region.USE_PREF_SIZE);
    root.managedProperty().bind(root.visibleProperty());
    root.setVisible(false);
  }

  Region root() {
    return root;
  }

  void show(List<Pane> panes) {
    shown = panes;
    buttons.forEach((pane, button) -> button.setSelected(panes.contains(pane)));
    root.setVisible(panes.size() < Pane.values().length);
  }
}
