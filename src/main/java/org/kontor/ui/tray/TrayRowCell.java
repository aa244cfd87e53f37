package org.kontor.ui.tray;

import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Marks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.RowCell;
import org.kontor.ui.common.RowGraphic;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Draws one entry of the tray in two lines. */
final class TrayRowCell extends RowCell<TrayRow> {
  private final Messages messages;
  private final Formats formats;
  private final RowGraphic graphic = new RowGraphic();
  private final Tooltip tooltip = new Tooltip();

  TrayRowCell(TrayViewModel model, Messages messages, Formats formats) {
    this.messages = messages;
    this.formats = formats;
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(400);
    addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          TrayRow row = getItem();
          if (row != null && row.isHeading() && event.getButton() == MouseButton.PRIMARY) {
            model.selectGroup(getIndex());
            event.consume();
          }
        });
  }

  @Override
  protected void updateItem(@Nullable TrayRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    getStyleClass().removeAll("pending", "heading");
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    if (row.isHeading()) {
      setGraphic(null);
      setTooltip(null);
      setText(row.name());
      setAccessibleText(messages.get("spoken.group", row.name()));
      getStyleClass().add("heading");
      return;
    }
    String kind = row.kind().orElseGet(() -> messages.get("untyped"));
    String received = row.received().map(formats::moment).orElse("");
    graphic.show(icon(row), row.name(), received);
    graphic.details(row.state().isEmpty() ? kind : row.state(), extent(row));
    graphic.mark(row.pending());
    graphic.marks(row.marks());
    String marks = Marks.spoken(row.marks());
    if (row.pending() != Pending.NONE && row.pending() != Pending.NEEDS_PERSON) {
      getStyleClass().add("pending");
    }
    tooltip.setText(
        Stream.of(row.name(), marks, row.state())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("\n")));
    setTooltip(tooltip);
    setAccessibleText(spoken(row, kind, received));
    setGraphic(graphic);
  }

  private static Ikon icon(TrayRow row) {
    return switch (row.fileKind()) {
      case IMAGE -> Feather.IMAGE;
      case MAIL -> Feather.MAIL;
      case OTHER -> Feather.FILE_TEXT;
    };
  }

  private String extent(TrayRow row) {
    StringJoiner parts = new StringJoiner(" · ");
    row.pages().ifPresent(pages -> parts.add(messages.get("pages", pages)));
    row.bytes().ifPresent(bytes -> parts.add(formats.size(bytes)));
    return parts.toString();
  }

  private String spoken(TrayRow row, String kind, String received) {
    StringJoiner parts = new StringJoiner(", ");
    parts.add(row.name()).add(kind);
    if (!received.isEmpty()) {
      parts.add(received);
    }
    if (!row.marks().isEmpty()) {
      parts.add(Marks.spoken(row.marks()));
    }
    if (!row.state().isEmpty()) {
      parts.add(row.state());
    }
    return parts.toString();
  }
}
