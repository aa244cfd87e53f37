package org.kontor.ui.contents;

import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kontor.model.DmsObject;
import org.kontor.model.Kind;
import org.kontor.model.MainType;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Marks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.RowCell;
import org.kontor.ui.common.RowGraphic;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Draws one object of a container in two lines. */
final class ContentsRowCell extends RowCell<ContentsRow> {
  private final ContentsViewModel model;
  private final Messages messages;
  private final Formats formats;
  private final RowGraphic graphic = new RowGraphic();
  private final Tooltip tooltip = new Tooltip();

  ContentsRowCell(ContentsViewModel model, Messages messages, Formats formats) {
    this.model = model;
    this.messages = messages;
    this.formats = formats;
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(400);
    setOnMouseClicked(
        event -> {
          if (!isEmpty() && event.getClickCount() == 2) {
            model.act(getIndex());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable ContentsRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    getStyleClass().remove("pending");
    setTooltip(null);
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (row) {
      case ContentsRow.Present present -> show(present);
      case ContentsRow.Coming coming -> show(coming);
      case ContentsRow.Loading _ -> say(Feather.CIRCLE, messages.get("loading"), "");
      case ContentsRow.Failed(String sentence) ->
          say(Feather.ALERT_TRIANGLE, sentence, messages.get("retryHint"));
    }
    setGraphic(graphic);
    model.want(getIndex());
  }

  private void show(ContentsRow.Present row) {
    String created = row.created().map(formats::moment).orElse("");
    graphic.show(icon(row.object()), row.title(), created);
    StringJoiner details = new StringJoiner(" · ");
    details.add(row.typeName());
    row.createdBy().ifPresent(details::add);
    String size = row.bytes().isPresent() ? formats.size(row.bytes().getAsLong()) : "";
    graphic.details(
        row.state().isEmpty() ? details.toString() : state(row.pending(), row.state()), size);
    mark(row.pending());
    graphic.marks(row.marks());
    String marks = Marks.spoken(row.marks());
    speak(row.title(), row.typeName(), marks, created, row.createdBy().orElse(""), row.state());
    hint(row.title(), marks, row.state());
  }

  private void show(ContentsRow.Coming row) {
    String since = moment(row.accepted());
    graphic.show(Feather.FILE_PLUS, row.title(), since);
    graphic.details(state(row.pending(), row.state()), row.typeName());
    mark(row.pending());
    graphic.marks(List.of());
    speak(row.title(), row.typeName(), since, row.state());
    hint(row.title(), row.state());
  }

  private void say(Ikon icon, String first, String second) {
    graphic.show(icon, first, "");
    graphic.details(second, "");
    graphic.mark(Pending.NONE);
    graphic.marks(List.of());
    speak(first, second);
    hint(first);
  }

  /** A row holds no long sentence: the whole is in the tooltip, and spoken. */
  private String state(Pending pending, String sentence) {
    return pending == Pending.NEEDS_PERSON ? messages.get("needsYou") : sentence;
  }

  private String moment(Instant instant) {
    return formats.moment(instant);
  }

  private void mark(Pending pending) {
    graphic.mark(pending);
    if (pending != Pending.NONE && pending != Pending.NEEDS_PERSON) {
      getStyleClass().add("pending");
    }
  }

  private void hint(String... parts) {
    tooltip.setText(joined("\n", parts));
    setTooltip(tooltip);
  }

  private void speak(String... parts) {
    setAccessibleText(joined(", ", parts));
  }

  private static String joined(String between, String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
  }

  private static Ikon icon(DmsObject object) {
    return switch (object) {
      case DmsObject.Container container ->
          container.kind() == Kind.FOLDER ? Feather.FOLDER : Feather.BOOK;
      case DmsObject.Document document ->
          document.mainType().map(ContentsRowCell::icon).orElse(Feather.FILE_TEXT);
    };
  }

  private static Ikon icon(MainType type) {
    return switch (type) {
      case GRAY_IMAGE, BLACK_WHITE_IMAGE, COLOR_IMAGE -> Feather.IMAGE;
      case EMAIL -> Feather.MAIL;
      case MULTIMEDIA -> Feather.FILM;
      case XML -> Feather.CODE;
      case CONTAINER -> Feather.PACKAGE;
      case ANY_FILE -> Feather.FILE_TEXT;
    };
  }
}
