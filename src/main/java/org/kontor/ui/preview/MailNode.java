package org.kontor.ui.preview;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

  private final PreviewViewModel model;
  private final Messages messages;
  private final MarkedLine subject = new MarkedLine(new Label());
  private final GridPane grid = new GridPane(2 * GAP, GAP / 2);
  private final FlowPane attachments = new FlowPane(2 * GAP, GAP / 2);
  private final TextNode text;
  private final VBox root;

  /** In the order of {@link PreviewState.MailLines#inOrder}. */
  private final List<MarkedLine> lines = new ArrayList<>();

  private String searched = "";

  MailNode(PreviewViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    text = new TextNode(model, messages);
    subject.label().getStyleClass().add(Styles.TITLE_4);
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
    model.finder().hitsProperty().subscribe(_ -> mark());
  }

  Node show(PreviewState.Mail state) {
    PreviewState.MailLines head = state.lines();
    searched = head.searched();
    lines.clear();
    grid.getChildren().clear();
    attachments.getChildren().clear();
    Iterator<String> values = head.inOrder().iterator();
    subject.label().setText(values.next());
    lines.add(subject);
    for (String name : List.of("from", "to", "cc", "date")) {
      addRow(name, values.next());
    }
    values.forEachRemaining(this::addAttachment);
    attachments.setManaged(!head.attachments().isEmpty());
    text.show(state.text(), state.cut());
    mark();
    return root;
  }

  /** The hits in the head; those in the text are selected there. */
  private void mark() {
    ShownHits hits = model.finder().hitsProperty().get();
    boolean mine = hits.page() == 0 && hits.text().text().startsWith(searched);
    int start = 0;
    for (MarkedLine line : lines) {
      int end = start + line.label().getText().length();
      List<TextQuery.Span> spans = new ArrayList<>();
      int current = -1;
      for (int each = 0; mine && each < hits.spans().size(); each++) {
        TextQuery.Span hit = hits.spans().get(each);
        if (hit.start() >= start && hit.end() <= end) {
          current = each == hits.current() ? spans.size() : current;
          spans.add(new TextQuery.Span(hit.start() - start, hit.end() - start));
        }
      }
      line.mark(spans, current);
      start = end + 1;
    }
  }

  private void addRow(String key, String value) {
    MarkedLine shown = new MarkedLine(new Label(value));
    lines.add(shown);
    if (value.isEmpty()) {
      return;
    }
    Label name = new Label(messages.get("mail." + key));
    name.getStyleClass().add(Styles.TEXT_MUTED);
    GridPane.setValignment(name, VPos.TOP);
    grid.addRow(grid.getRowCount(), name, shown);
  }

  private void addAttachment(String line) {
    FontIcon clip = new FontIcon(Feather.PAPERCLIP);
    clip.setAccessibleText(messages.get("mail.attachment"));
    MarkedLine shown = new MarkedLine(new Label(line, clip));
    lines.add(shown);
    attachments.getChildren().add(shown);
  }
}
