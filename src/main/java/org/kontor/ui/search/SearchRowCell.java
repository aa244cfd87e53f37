package org.kontor.ui.search;

import java.util.List;
import java.util.StringJoiner;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Marks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.RowCell;
import org.kontor.ui.common.RowGraphic;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Draws a hit in two lines: title and when it was changed; type, place and by whom. */
final class SearchRowCell extends RowCell<SearchRow> {
  private static final double HINT_WIDTH = 400;
  private static final double WIDE = 480;

  private final SearchViewModel model;
  private final Messages messages;
  private final Formats formats;
  private final RowGraphic graphic = new RowGraphic();
  private final Tooltip tooltip = new Tooltip();

  SearchRowCell(SearchViewModel model, Messages messages, Formats formats) {
    this.model = model;
    this.messages = messages;
    this.formats = formats;
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(HINT_WIDTH);
    setOnMouseClicked(
        event -> {
          if (!isEmpty() && event.getClickCount() == 2) {
            model.act(getIndex());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable SearchRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    getStyleClass().remove("pending");
    setTooltip(null);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    graphic.mark(Pending.NONE);
    graphic.marks(List.of());
    switch (row) {
      case SearchRow.Found found -> show(found);
      case SearchRow.Loading _ -> say(Feather.CIRCLE, messages.get("loading"), "");
      case SearchRow.Failed(String sentence) ->
          say(Feather.ALERT_TRIANGLE, sentence, messages.get("retryHint"));
    }
    setGraphic(graphic);
    model.want(getIndex());
  }

  private void show(SearchRow.Found row) {
    Hit hit = row.hit();
    String changed = hit.changed().map(formats::moment).orElse("");
    graphic.show(icon(hit.object()), hit.title(), changed);
    String by = hit.by().orElse("");
    if (row.state().isEmpty()) {
      graphic.details(details(row), by);
    } else {
      graphic.details(state(row), "");
    }
    graphic.marks(row.marks());
    graphic.mark(row.pending());
    if (row.pending() != Pending.NONE && row.pending() != Pending.NEEDS_PERSON) {
      getStyleClass().add("pending");
    }
    String marks = Marks.spoken(row.marks());
    setAccessibleText(
        joined(", ", hit.title(), hit.typeName(), marks, row.place(), changed, by, row.state()));
    tooltip.setText(joined("\n", hit.title(), hit.typeName(), marks, row.place(), row.state()));
    setTooltip(tooltip);
  }

  /** In a narrow list the end of the path says more than its beginning. */
  private String details(SearchRow.Found row) {
    String place = row.place();
    String shown =
        getWidth() < WIDE ? place.substring(place.lastIndexOf(HitPlaces.STEP) + 1).strip() : place;
    return joined(" · ", shown, row.hit().typeName());
  }

  /** A row holds no long sentence: the whole is in the tooltip, and spoken. */
  private String state(SearchRow.Found row) {
    return row.pending() == Pending.NEEDS_PERSON ? messages.get("needsYou") : row.state();
  }

  private void say(Ikon icon, String first, String second) {
    graphic.show(icon, first, "");
    graphic.details(second, "");
    setAccessibleText(joined(", ", first, second));
  }

  private static String joined(String between, String... parts) {
    StringJoiner joined = new StringJoiner(between);
    for (String part : parts) {
      if (!part.isEmpty()) {
        joined.add(part);
      }
    }
    return joined.toString();
  }

  private static Ikon icon(DmsObject object) {
    return switch (object.kind()) {
      case Kind.FOLDER -> Feather.FOLDER;
      case Kind.REGISTER -> Feather.BOOK;
      case Kind.DOCUMENT -> Feather.FILE_TEXT;
    };
  }
}
