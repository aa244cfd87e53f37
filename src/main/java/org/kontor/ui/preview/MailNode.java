package org.kontor.ui.preview;

import atlantafx.base.theme.Styles;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** An e-mail: who, when, what about, what came with it, and its text. */
final class MailNode {
  private static final double GAP = 8;

  private final Messages messages;
  private final Label subject = new Label();
  private final GridPane grid = new GridPane(2 * GAP, GAP / 2);
  private final FlowPane attachments = new FlowPane(2 * GAP, GAP / 2);
  private final TextNode text;
  private final VBox root;

  MailNode(PreviewViewModel model, Messages messages) {
    this.messages = messages;
    text = new TextNode(model, messages);
    subject.setWrapText(true);
    subject.getStyleClass().add(Styles.TITLE_4);
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(GridPane.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().setAll(names, values);
    VBox head = new VBox(GAP, subject, grid, attachments);
    head.getStyleClass().add("mail-head");
    head.setMinHeight(VBox.USE_PREF_SIZE);
    VBox.setVgrow(text.root(), Priority.ALWAYS);
    root = new VBox(head, text.root());
  }

  Node show(PreviewState.Mail state) {
    PreviewState.MailLines lines = state.lines();
    subject.setText(lines.subject());
    grid.getChildren().clear();
    addRow("from", lines.from());
    addRow("to", lines.to());
    addRow("cc", lines.cc());
    addRow("date", lines.date());
    attachments.getChildren().setAll(lines.attachments().stream().map(this::attachment).toList());
    attachments.setManaged(!lines.attachments().isEmpty());
    text.show(state.text(), state.cut());
    return root;
  }

  private void addRow(String key, String value) {
    if (value.isEmpty()) {
      return;
    }
    Label name = new Label(messages.get("mail." + key));
    name.getStyleClass().add(Styles.TEXT_MUTED);
    GridPane.setValignment(name, VPos.TOP);
    Label shown = new Label(value);
    shown.setWrapText(true);
    grid.addRow(grid.getRowCount(), name, shown);
  }

  private Label attachment(String line) {
    FontIcon clip = new FontIcon(Feather.PAPERCLIP);
    clip.setAccessibleText(messages.get("mail.attachment"));
    return new Label(line, clip);
  }
}
