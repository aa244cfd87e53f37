package org.kontor.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Messages;

/** One thing that can be set: its name, what it does, and its controls. Shows when it was found. */
final class LinePane extends VBox {
  static final PseudoClass HIT = PseudoClass.getPseudoClass("hit");

  LinePane(
      Page.Line line, ObservableValue<Set<Page.Line>> hits, Messages messages, Node... controls) {
    super(8);
    Label name = new Label(messages.get("line." + line.name()));
    name.getStyleClass().add(Styles.TEXT_BOLD);
    name.setWrapText(true);
    name.setMinHeight(Region.USE_PREF_SIZE);
    Label hint = new Label(messages.get("line." + line.name() + ".hint"));
    hint.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    getStyleClass().add("setting");
    VBox texts = new VBox(2, name, hint);
    getChildren().add(texts);
    getChildren().addAll(controls);
    if (controls.length > 0) {
      name.setLabelFor(controls[0]);
    }
    hits.addListener((_, _, now) -> pseudoClassStateChanged(HIT, now.contains(line)));
    pseudoClassStateChanged(HIT, hits.getValue().contains(line));
  }
}
