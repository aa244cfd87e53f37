package org.kontor.ui.tray;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.ui.common.DragSource;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.DropTarget;
import org.kontor.ui.common.DropZone;
import org.kontor.ui.common.FailureBar;
import org.kontor.ui.common.FilesToTake;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.common.TypingInList;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tray's list with its filter. */
public final class TrayView {
  private static final Duration BETWEEN_REFRESHES = Duration.seconds(30);

  private final TrayViewModel model;
  private final Messages messages;
  private final RowsView<TrayRow> list;
  private final TypingInList typing;
  private final TextField filter = new TextField();
  private final Label empty = new Label();
  private final VBox root;

  /**
   * @param files what other programs get of rows that are dragged to them
   */
  public TrayView(TrayViewModel model, Messages messages, DropZone zone, FilesToTake files) {
    this.model = model;
    this.messages = messages;
    typing = new TypingInList(messages.locale(), model.selection(), model::findTitle);
    list = list(model, messages);
    DropTarget.install(list, zone, new Targets());
    DragSource.install(list, this::dragged, files);
    FailureBar failure = new FailureBar(model.failure(), messages.get("retry"), model::refresh);
    root = new VBox(8, head(), filterField(), looking(), failure.root(), list);
    root.setPadding(new Insets(8, 0, 0, 0));
    VBox.setVgrow(list, Priority.ALWAYS);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    refreshWhileShown();
  }

  public Region root() {
    return root;
  }

  /** Puts the keys here, and selects a row if none is. */
  public void focus() {
    takeKeys();
    if (model.selection().count() == 0) {
      model.selectNext();
    }
  }

  /** Puts the keys here; what is selected stays, if only nothing. */
  public void takeKeys() {
    list.requestFocus();
  }

  private RowsView<TrayRow> list(TrayViewModel rows, Messages texts) {
    Formats formats = new Formats(texts.locale());
    RowsView<TrayRow> view =
        new RowsView<>(
            rows.rows(),
            rows.selection(),
            RowsView.Lines.TWO,
            () -> new TrayRowCell(rows, texts, formats));
    view.setAccessibleText(texts.get("tray"));
    view.addEventHandler(KeyEvent.KEY_TYPED, typing::handle);
    view.setPlaceholder(placeholder());
    return view;
  }

  private Region head() {
    Label title = new Label(messages.get("tray"));
    title.getStyleClass().add(Styles.TITLE_4);
    Label count = new Label();
    count.getStyleClass().add(Styles.TEXT_MUTED);
    count
        .textProperty()
        .bind(model.count().map(number -> messages.get("count", number.intValue())));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(8, title, space, new AsideButton(model, messages).node(), count);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setPadding(new Insets(0, 12, 0, 12));
    return head;
  }

  private Region filterField() {
    filter.setPromptText(messages.get("filter"));
    filter.setAccessibleText(messages.get("filter"));
    filter.textProperty().bindBidirectional(model.filter());
    filter.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
          } else if (event.getCode() == KeyCode.DOWN && !event.isAltDown()) {
            focus();
            event.consume();
          }
        });
    HBox.setHgrow(filter, Priority.ALWAYS);
    HBox around = new HBox(4, filter, new OrderButton(model.order(), messages).node());
    around.setPadding(new Insets(0, 8, 0, 8));
    return around;
  }

  /** While files are looked into, the rows below may become more. */
  private Region looking() {
    Label looking = new Label();
    looking.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    looking.setPadding(new Insets(0, 12, 0, 12));
    looking
        .textProperty()
        .bind(
            model
                .lookingProperty()
                .map(
                    now ->
                        now.map(
                                progress ->
                                    messages.get(
                                        "words.progress", progress.done(), progress.total()))
                            .orElse("")));
    looking.visibleProperty().bind(looking.textProperty().isNotEmpty());
    looking.managedProperty().bind(looking.visibleProperty());
    return looking;
  }

  private Region placeholder() {
    empty.setWrapText(true);
    empty.setMinHeight(Region.USE_PREF_SIZE);
    empty.setTextAlignment(TextAlignment.CENTER);
    empty.getStyleClass().add(Styles.TEXT_MUTED);
    empty
        .textProperty()
        .bind(
            model
                .emptiness()
                .map(
                    why ->
                        switch (why) {
                          case LOADING -> messages.get("loading");
                          case NOTHING_THERE -> messages.get("empty");
                          case NOTHING_FITS -> messages.get("noHits");
                          case ALL_ASIDE -> messages.get("allAside");
                        }));
    VBox place = new VBox(8, new FontIcon(Feather.INBOX), empty);
    place.setAlignment(Pos.CENTER);
    place.setPadding(new Insets(16));
    return place;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.F5) {
      model.refresh();
      event.consume();
    }
  }

  private void refreshWhileShown() {
    Timeline timer = new Timeline(new KeyFrame(BETWEEN_REFRESHES, _ -> model.refresh()));
    timer.setCycleCount(Animation.INDEFINITE);
    root.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(Window::showingProperty)
        .orElse(false)
        .addListener(
            (_, _, shown) -> {
              if (shown) {
                timer.play();
              } else {
                timer.stop();
              }
            });
  }

  private Optional<Dragged> dragged() {
    List<DmsObject.Document> documents = model.selectedDocuments();
    return documents.isEmpty()
        ? Optional.empty()
        : Optional.of(new Dragged.TrayDocuments(documents));
  }

  private static final class Targets implements DropTarget.Rows {
    @Override
    public Optional<Location> at(IndexedCell<?> row) {
      return Optional.empty();
    }

    @Override
    public Optional<Location> whole() {
      return Optional.of(Location.TRAY);
    }

    @Override
    public void open(IndexedCell<?> row) {}
  }
}
