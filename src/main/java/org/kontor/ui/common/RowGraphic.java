package org.kontor.ui.common;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One row of a list of documents: an icon, the name over its details, and a mark before them. Made
 * once per cell; showing a row only sets texts.
 */
public final class RowGraphic extends HBox {
  private final FontIcon icon = new FontIcon(Feather.FILE);
  private final Label title = new Label();
  private final MarkIcons marks = new MarkIcons(false);
  private final Label trailing = new Label();
  private final Label details = new Label();
  private final Label detailsEnd = new Label();
  private final Label mark = new Label();
  private final FontIcon markIcon = new FontIcon(Feather.CLOCK);

  public RowGraphic() {
    getStyleClass().add("row-graphic");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    details.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    detailsEnd.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    trailing.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    mark.getStyleClass().add("row-mark");
    mark.setGraphic(markIcon);
    mark.setMinWidth(Region.USE_PREF_SIZE);
    HBox second = line(details, detailsEnd);
    second.getChildren().addFirst(mark);
    HBox first = line(title, trailing);
    first.getChildren().add(1, marks);
    VBox lines = new VBox(first, second);
    lines.setMinWidth(0);
    lines.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(lines, Priority.ALWAYS);
    getChildren().addAll(icon, lines);
  }

  private static HBox line(Label start, Label end) {
    start.setMinWidth(0);
    start.setMaxWidth(Double.MAX_VALUE);
    end.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(start, Priority.ALWAYS);
    HBox line = new HBox(start, end);
    line.getStyleClass().add("row-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  public void show(Ikon shape, String name, String beside) {
    icon.setIconCode(shape);
    title.setText(name);
    trailing.setText(beside);
  }

  public void details(String start, String end) {
    details.setText(start);
    detailsEnd.setText(end);
  }

  /** Shows what is worth seeing of a document; the row speaks of it. */
  public void marks(List<Mark> shown) {
    marks.show(shown);
  }

  /** Shows how it stands, or nothing for {@link Pending#NONE}. */
  public void mark(Pending pending) {
    mark.setVisible(pending != Pending.NONE);
    mark.setManaged(pending != Pending.NONE);
    mark.getStyleClass().setAll("row-mark", styleOf(pending));
    markIcon.setIconCode(
        switch (pending) {
          case NONE, WAITING -> Feather.CLOCK;
          case SENDING -> Feather.UPLOAD_CLOUD;
          case IN_DOUBT -> Feather.HELP_CIRCLE;
          case NEEDS_PERSON -> Feather.ALERT_TRIANGLE;
        });
  }

  private static String styleOf(Pending pending) {
    return switch (pending) {
      case NONE, WAITING -> "waiting";
      case SENDING -> "sending";
      case IN_DOUBT -> "in-doubt";
      case NEEDS_PERSON -> "needs-person";
    };
  }
}
