package org.kontor.ui.form;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** In the form's place while nothing is selected that has one: what to do about it. */
final class EmptyForm {
  private final VBox root;

  EmptyForm(Messages texts) {
    FontIcon icon = new FontIcon(Feather.FILE_TEXT);
    icon.getStyleClass().add("form-empty-icon");
    Label line = new Label(texts.get("empty.line"));
    Label hint = new Label(texts.get("empty.hint"));
    for (Label label : new Label[] {line, hint}) {
      label.setWrapText(true);
      label.getStyleClass().add("form-empty-text");
    }
    hint.getStyleClass().add(Styles.TEXT_MUTED);
    root = new VBox(icon, line, hint);
    root.getStyleClass().add("form-empty");
    VBox.setVgrow(root, Priority.ALWAYS);
  }

  Region root() {
    return root;
  }
}
