package org.kontor.ui.tree;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.ui.common.Ems;
import org.kontor.ui.common.MarkIcons;
import org.kontor.ui.common.Marks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.RowCell;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws one line of the tree. */
final class TreeRowCell extends RowCell<TreeRow> {
  private static final double INDENT = 16;

  private final ArchiveTreeViewModel model;
  private final Messages messages;
  private final FontIcon arrowIcon = new FontIcon(Feather.CHEVRON_RIGHT);
  private final StackPane arrow = new StackPane(arrowIcon);
  private final FontIcon icon = new FontIcon(Feather.FOLDER);
  private final Label title = new Label();
  private final MarkIcons marks = new MarkIcons(false);
  private final Label count = new Label();
  private final Tooltip tooltip = new Tooltip();
  private final Hyperlink retry = new Hyperlink();
  private final HBox line = new HBox(arrow, icon, title, marks, retry, count);

  TreeRowCell(ArchiveTreeViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    line.setAlignment(Pos.CENTER_LEFT);
    line.setSpacing(4);
    line.getStyleClass().add("row-graphic");
    Ems.minWidth(arrow, INDENT);
    title.setMinWidth(0);
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    count.setMinWidth(Region.USE_PREF_SIZE);
    count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    count.textProperty().bind(model.trayCount().map(number -> spell(number.intValue())));
    retry.setText(messages.get("retry"));
    retry.setMinWidth(Region.USE_PREF_SIZE);
    retry.setOnAction(_ -> model.retry(getIndex()));
    arrow.addEventFilter(MouseEvent.MOUSE_PRESSED, this::arrowPressed);
    setOnMouseClicked(this::clicked);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(400);
    tooltip.setOnShowing(_ -> tooltip.setText(isEmpty() ? "" : model.hint(getIndex())));
  }

  private String spell(int number) {
    return number == 0 ? "" : messages.get("count", number);
  }

  private void arrowPressed(MouseEvent event) {
    if (!isEmpty()) {
      model.toggle(getIndex());
      event.consume();
    }
  }

  private void clicked(MouseEvent event) {
    if (!isEmpty() && event.getClickCount() == 2) {
      model.toggle(getIndex());
    }
  }

  @Override
  protected void updateItem(@Nullable TreeRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    show(row);
    setGraphic(line);
    model.want(getIndex());
  }

  private void show(TreeRow row) {
    line.setPadding(new Insets(0, 0, 0, Ems.pixels(getFont(), INDENT * row.depth())));
    arrowIcon.setVisible(row.opening() != TreeRow.Opening.LEAF);
    arrowIcon.setIconCode(
        row.opening() == TreeRow.Opening.OPEN ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
    count.setVisible(row instanceof TreeRow.Tray);
    count.setManaged(row instanceof TreeRow.Tray);
    retry.setVisible(row instanceof TreeRow.Failed);
    retry.setManaged(row instanceof TreeRow.Failed);
    icon.setVisible(!(row instanceof TreeRow.Loading));
    icon.setIconCode(iconOf(row));
    marks.show(row instanceof TreeRow.ContainerRow place ? place.marks() : List.of());
    title.getStyleClass().remove(Styles.TEXT_MUTED);
    switch (row) {
      case TreeRow.Coming coming -> {
        title.getStyleClass().add(Styles.TEXT_MUTED);
        title.setText(coming.title());
      }
      case TreeRow.Loading _ -> {
        title.getStyleClass().add(Styles.TEXT_MUTED);
        title.setText(messages.get("loading"));
      }
      case TreeRow.Failed(String sentence, var _) -> title.setText(sentence);
      case TreeRow.Tray _,
          TreeRow.CabinetRow _,
          TreeRow.ContainerRow _,
          TreeRow.Shelf _,
          TreeRow.Shelved _ ->
          title.setText(row.title());
    }
    setAccessibleText(spoken(row));
    setTooltip(row instanceof TreeRow.Loading ? null : tooltip);
  }

  private static Ikon iconOf(TreeRow row) {
    return switch (row) {
      case TreeRow.Tray _ -> Feather.INBOX;
      case TreeRow.CabinetRow _ -> Feather.ARCHIVE;
      case TreeRow.Shelf shelf ->
          shelf.which() == TreeRow.Which.FAVOURITES ? Feather.STAR : Feather.CLOCK;
      case TreeRow.Shelved shelved ->
          shelved.place().location() instanceof Location.Container at && at.kind() == Kind.FOLDER
              ? Feather.FOLDER
              : Feather.BOOK;
      case TreeRow.ContainerRow place ->
          place.container().kind() == Kind.FOLDER ? Feather.FOLDER : Feather.BOOK;
      case TreeRow.Coming _ -> Feather.CLOCK;
      case TreeRow.Loading _ -> Feather.CIRCLE;
      case TreeRow.Failed _ -> Feather.ALERT_TRIANGLE;
    };
  }

  private String spoken(TreeRow row) {
    String state =
        switch (row.opening()) {
          case OPEN -> messages.get("spoken.open");
          case CLOSED -> messages.get("spoken.closed");
          case LEAF -> "";
        };
    String what =
        switch (row) {
          case TreeRow.Tray tray ->
              messages.get("spoken.tray", tray.title(), model.trayCount().get());
          case TreeRow.Shelf shelf -> shelf.title();
          case TreeRow.Shelved shelved ->
              String.join(
                  ", ",
                  shelved.place().title(),
                  String.join(", ", shelved.place().path().reversed()));
          case TreeRow.CabinetRow cabinet -> messages.get("spoken.cabinet", cabinet.title());
          case TreeRow.ContainerRow place ->
              marked(
                  messages.get("spoken.container", place.title(), place.typeName()),
                  Marks.spoken(place.marks()));
          case TreeRow.Coming coming ->
              marked(
                  messages.get("spoken.container", coming.title(), coming.typeName()),
                  coming.state());
          case TreeRow.Loading _ -> messages.get("loading");
          case TreeRow.Failed(String sentence, var _) -> sentence;
        };
    return marked(what, state);
  }

  private static String marked(String what, String more) {
    return more.isEmpty() ? what : what + ", " + more;
  }
}
