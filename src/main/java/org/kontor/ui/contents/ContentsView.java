package org.kontor.ui.contents;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.ui.common.DragSource;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.DropTarget;
import org.kontor.ui.common.DropVerdict;
import org.kontor.ui.common.DropZone;
import org.kontor.ui.common.FailureBar;
import org.kontor.ui.common.FilesToTake;
import org.kontor.ui.common.Formats;
import org.kontor.ui.common.LetterOfKey;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.common.TypingInList;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of what is directly inside a place. */
public final class ContentsView {
  private final ContentsViewModel model;
  private final Messages messages;
  private final DropZone zone;
  private final RowsView<ContentsRow> list;
  private final VBox root;

  /** Of whose rows other programs get nothing. */
  public ContentsView(ContentsViewModel model, Messages messages, DropZone zone) {
    this(model, messages, zone, FilesToTake.NONE);
  }

  /**
   * @param files what other programs get of rows that are dragged to them
   */
  public ContentsView(
      ContentsViewModel model, Messages messages, DropZone zone, FilesToTake files) {
    this.model = model;
    this.messages = messages;
    this.zone = zone;
    Formats formats = new Formats(messages.locale());
    list =
        new RowsView<>(
            model.rows(),
            model.selection(),
            RowsView.Lines.TWO,
            () -> new ContentsRowCell(model, messages, formats));
    TypingInList typing = new TypingInList(messages.locale(), model.selection(), model::findTitle);
    list.addEventHandler(KeyEvent.KEY_TYPED, typing::handle);
    list.setPlaceholder(placeholder());
    list.accessibleTextProperty().bind(model.place().map(ContentsView::title));
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    DropTarget.install(list, zone, new Targets());
    DragSource.install(list, model::carried, files);
    FailureBar failure = new FailureBar(model.failure(), messages.get("retry"), model::refresh);
    root = new VBox(8, head(), failure.root(), perhapsNotAll(), list);
    root.setPadding(new Insets(8, 0, 0, 0));
    VBox.setVgrow(list, Priority.ALWAYS);
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

  private static String title(Optional<Place> place) {
    return place.map(Place::title).orElse("");
  }

  private Region head() {
    Label title = new Label();
    title.getStyleClass().add(Styles.TITLE_4);
    title.textProperty().bind(model.place().map(ContentsView::title));
    Tooltip whole = new Tooltip();
    whole.textProperty().bind(title.textProperty());
    title.setTooltip(whole);
    VBox head = new VBox(title);
    head.setPadding(new Insets(0, 12, 0, 12));
    return head;
  }

  private Region perhapsNotAll() {
    Label note = new Label(messages.get("perhapsNotAll"));
    note.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.setPadding(new Insets(0, 12, 0, 12));
    note.visibleProperty().bind(model.mayBeCut());
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }

  private Region placeholder() {
    Label empty = new Label();
    empty.setWrapText(true);
    empty.setMinHeight(Region.USE_PREF_SIZE);
    empty.setTextAlignment(TextAlignment.CENTER);
    empty.getStyleClass().add(Styles.TEXT_MUTED);
    empty
        .textProperty()
        .bind(model.reading().map(busy -> messages.get(busy ? "loading" : "empty")));
    VBox place = new VBox(8, new FontIcon(Feather.FOLDER), empty);
    place.setAlignment(Pos.CENTER);
    place.setPadding(new Insets(16));
    return place;
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      model.act(model.selection().lead());
    } else if (event.getCode() == KeyCode.F5) {
      model.refresh();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.X) {
      cut();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.C && !event.isShiftDown()) {
      // Its link is copied as well.
      model.copySelected();
      return;
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.V) {
      paste(event);
    } else {
      return;
    }
    event.consume();
  }

  /** What was cut takes the place of files that another program has copied. */
  private void cut() {
    model.cutSelected();
    if (model.cut().isPresent()) {
      DragSource.claim(Clipboard.getSystemClipboard());
    }
  }

  /**
   * Moves what was cut to the place shown, or takes up the files copied elsewhere. With Shift, or
   * when it was copied, it stays where it is and lies here too; with Alt a reference to it is made.
   */
  public void paste(KeyEvent key) {
    if (key.isAltDown()) {
      LetterOfKey.swallow(list.getScene());
      model.cut().ifPresent(held -> model.location().ifPresent(at -> refer(held, at)));
      return;
    }
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasFiles()) {
      List<Path> files = clipboard.getFiles().stream().map(File::toPath).toList();
      model.location().ifPresent(at -> zone.drop(new Dragged.Files(files), at, false));
    } else {
      boolean further = key.isShiftDown() || model.isCopied();
      model.cut().ifPresent(held -> model.location().ifPresent(at -> put(held, at, further)));
    }
  }

  private void refer(Dragged held, Location at) {
    zone.dropAsReference(held, at);
  }

  private void put(Dragged held, Location at, boolean further) {
    boolean welcome = zone.judge(held, at, further) instanceof DropVerdict.Welcome;
    if (welcome && !model.isCopied()) {
      model.hold(Optional.empty());
    }
    // What is not welcome stays cut, and the zone says why.
    zone.drop(held, at, further);
  }

  private final class Targets implements DropTarget.Rows {
    @Override
    public Optional<Location> at(IndexedCell<?> row) {
      return model.locationOf(row.getIndex());
    }

    @Override
    public Optional<DmsObject.Document> document(IndexedCell<?> row) {
      return model.documentOf(row.getIndex());
    }

    @Override
    public Optional<Location> whole() {
      return model.location();
    }

    @Override
    public void open(IndexedCell<?> row) {
      if (model.locationOf(row.getIndex()).isPresent()) {
        model.act(row.getIndex());
      }
    }
  }
}
