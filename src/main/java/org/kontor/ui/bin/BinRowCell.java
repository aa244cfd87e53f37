package org.kontor.ui.bin;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kontor.model.Kind;
import org.kontor.ui.common.RowCell;
import org.kontor.ui.common.RowGraphic;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Draws something deleted in two lines. */
final class BinRowCell extends RowCell<BinRow> {
  private final RowGraphic graphic = new RowGraphic();
  private final Tooltip tooltip = new Tooltip();

  @Override
  protected void updateItem(@Nullable BinRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      setTooltip(null);
      return;
    }
    graphic.show(icon(row.object().kind()), row.title(), row.changed());
    String details = joined(" · ", row.typeName(), row.by());
    graphic.details(row.state().isEmpty() ? details : row.state(), "");
    graphic.mark(row.pending());
    graphic.marks(List.of());
    setGraphic(graphic);
    tooltip.setText(joined("\n", row.title(), details, row.state()));
    setTooltip(tooltip);
    setAccessibleText(
        joined(", ", row.title(), row.typeName(), row.changed(), row.by(), row.state()));
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
  }

  private static Ikon icon(Kind kind) {
    return switch (kind) {
      case FOLDER -> Feather.FOLDER;
      case REGISTER -> Feather.BOOK;
      case DOCUMENT -> Feather.FILE_TEXT;
    };
  }
}
