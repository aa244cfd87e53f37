package org.kontor.ui.main;

import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kontor.ui.common.DragSource;
import org.kontor.ui.common.FocusWithin;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.contents.ContentsView;
import org.kontor.ui.search.SearchView;
import org.kontor.ui.tray.TrayView;

/** The pane in the middle: the tray, what is in a container, or what was found. */
final class ListPane {
  private enum Kind {
    TRAY,
    CONTENTS,
    HITS
  }

  private final MainViewModel model;
  private final CommandActions actions;
  private final TrayView tray;
  private final ContentsView contents;
  private final SearchView search;
  private final StackPane root;

  ListPane(MainViewModel model, CommandActions actions, Messages messages) {
    this.model = model;
    this.actions = actions;
    tray =
        new TrayView(
            model.tray(),
            Messages.of(TrayView.class, messages.locale()),
            model.reception().desk(),
            model.documents().filesToTake());
    contents =
        new ContentsView(
            model.contents(),
            Messages.of(ContentsView.class, messages.locale()),
            model.reception().desk(),
            model.documents().filesToTake());
    search =
        new SearchView(
            model.finding().search(),
            Messages.of(SearchView.class, messages.locale()),
            model.documents().filesToTake());
    root = new StackPane(contents.root(), tray.root(), search.root());
    for (Node list : root.getChildren()) {
      list.managedProperty().bind(list.visibleProperty());
    }
    model.inTrayProperty().addListener((_, _, _) -> show());
    model.inSearchProperty().addListener((_, _, _) -> show());
    show();
    tray.root().addEventHandler(KeyEvent.KEY_PRESSED, this::cut);
    search.root().addEventHandler(KeyEvent.KEY_PRESSED, this::cut);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::sayWhyNot);
  }

  StackPane root() {
    return root;
  }

  /** Puts the keys into the list that is shown, and selects a row if none is. */
  void focus() {
    switch (shown()) {
      case TRAY -> tray.focus();
      case CONTENTS -> contents.focus();
      case HITS -> search.focus();
    }
  }

  /** Puts the keys into the list that is shown; what is selected stays, if only nothing. */
  void takeKeys() {
    switch (shown()) {
      case TRAY -> tray.takeKeys();
      case CONTENTS -> contents.takeKeys();
      case HITS -> search.takeKeys();
    }
  }

  private Kind shown() {
    if (model.inSearchProperty().get()) {
      return Kind.HITS;
    }
    return model.inTrayProperty().get() ? Kind.TRAY : Kind.CONTENTS;
  }

  /** The list that comes has the keys when the one that goes had them. */
  private void show() {
    boolean hadKeys = FocusWithin.isIn(root);
    Region now =
        switch (shown()) {
          case TRAY -> tray.root();
          case CONTENTS -> contents.root();
          case HITS -> search.root();
        };
    boolean stays = now.isVisible();
    root.getChildren().forEach(list -> list.setVisible(list.equals(now)));
    if (hadKeys && !stays) {
      takeKeys();
    }
  }

  void focusTray() {
    tray.focus();
  }

  void focusHits() {
    search.focus();
  }

  void focusSearchForm() {
    search.focusForm();
  }

  /** Told when Space is pressed in a row; in fields it is typed. */
  void onSpace(Runnable listener) {
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
          if (plain
              && event.getCode() == KeyCode.SPACE
              && event.getTarget() instanceof RowsView<?>) {
            listener.run();
            event.consume();
          }
        });
  }

  /** Pastes into the place that is shown, wherever the keys are; the tray takes nothing. */
  void paste(KeyEvent event) {
    boolean paste = event.isShortcutDown() && event.getCode() == KeyCode.V;
    if (paste && !model.inTrayProperty().get()) {
      contents.paste(event);
      event.consume();
    }
  }

  /** Keys that a list would take and do nothing with. */
  private void sayWhyNot(KeyEvent event) {
    if (!event.isShortcutDown() || !(event.getTarget() instanceof RowsView<?>)) {
      return;
    }
    Clipboard clipboard = Clipboard.getSystemClipboard();
    boolean nothing =
        switch (event.getCode()) {
          case X -> actions.isHindered("key.cut");
          case V ->
              model.contents().cut().isEmpty()
                  && !clipboard.hasFiles()
                  && actions.isHindered("key.paste");
          default -> false;
        };
    if (nothing) {
      event.consume();
    }
  }

  private void cut(KeyEvent event) {
    boolean cut = event.isShortcutDown() && event.getCode() == KeyCode.X;
    if (cut && !event.isShiftDown() && model.shown().cut()) {
      DragSource.claim(Clipboard.getSystemClipboard());
      event.consume();
    }
  }
}
