package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.model.FieldValue;
import org.kontor.ui.common.Messages;

/** Below a field that somebody else has changed meanwhile: the other's value, and the choice. */
final class ConflictLine {
  private final FieldModel field;
  private final Messages texts;
  private final Label said = new Label();
  private final Button mine = new Button();
  private final Button theirs = new Button();
  private final VBox root = new VBox(4);

  ConflictLine(FieldModel field, Messages texts) {
    this.field = field;
    this.texts = texts;
    String label = field.definition().label().in(texts.locale());
    said.setWrapText(true);
    said.setMinHeight(Region.USE_PREF_SIZE);
    said.getStyleClass().add(Styles.TEXT_SMALL);
    mine.getStyleClass().add("conflict-mine");
    mine.setText(texts.get("conflict.mine"));
    mine.setAccessibleText(texts.get("conflict.mine.spoken", label));
    mine.setOnAction(_ -> field.keepMine());
    theirs.setText(texts.get("conflict.theirs"));
    theirs.setAccessibleText(texts.get("conflict.theirs.spoken", label));
    theirs.setOnAction(_ -> field.takeTheirs());
    for (Button button : new Button[] {mine, theirs}) {
      button.getStyleClass().add(Styles.SMALL);
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    root.getChildren().addAll(said, new FlowPane(8, 4, theirs, mine));
    root.getStyleClass().add("form-conflict");
    root.managedProperty().bind(root.visibleProperty());
  }

  Region root() {
    return root;
  }

  void show(Optional<FieldValue> other) {
    root.setVisible(other.isPresent());
    other.ifPresent(
        value -> {
          String words = field.words(value);
          said.setText(
              words.isEmpty()
                  ? texts.get("conflict.emptied")
                  : texts.get("conflict.changed", words));
        });
  }
}
