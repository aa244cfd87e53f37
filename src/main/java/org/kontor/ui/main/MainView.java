package org.kontor.ui.main;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableIntegerValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.FocusWithin;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.Toasts;
import org.kontor.ui.form.FormView;
import org.kontor.ui.form.MoveSheetView;
import org.kontor.ui.form.MoveSheetViewModel;
import org.kontor.ui.outbox.OutboxStatusView;
import org.kontor.ui.outbox.OutboxView;
import org.kontor.ui.preview.PreviewView;
import org.kontor.ui.search.SearchBox;
import org.kontor.ui.search.SearchView;
import org.kontor.ui.tree.ArchiveTreeView;

/** The main window's content: header, the four panes, the status line, and what lies over them. */
final class MainView {
  private final MainViewModel model;
  private final Messages messages;
  private final SearchBox searchBox;
  private final FormView form;
  private final ArchiveTreeView tree;
  private final PreviewView preview;
  private final OutboxPanel outbox;
  private final OutboxStatusView status;
  private final DuplicatesView duplicates;
  private final Toasts toasts;
  private final FileEntrance files;
  private final Overlay overlay;
  private final FocusRing ring;
  private final PaneLayout panes;
  private final ListPane list;
  private final StackPane right;
  private final KeyMap keys;
  private final Commands commands;
  private final DocumentSheets documents;
  private final StackPane root = new StackPane();
  private Runnable settings = () -> {};

  /**
   * @param notebook keeps the keys that a person chose
   */
  MainView(
      MainViewModel model,
      Messages messages,
      Theme theme,
      ObservableList<Action> serverActions,
      Notebook notebook) {
    this.model = model;
    this.messages = messages;
    keys = new KeyMap(notebook);
    tree =
        new ArchiveTreeView(
            model.tree(),
            Messages.of(ArchiveTreeView.class, messages.locale()),
            model.reception().desk());
    Messages searchTexts = Messages.of(SearchView.class, messages.locale());
    searchBox =
        new SearchBox(
            model.finding().search(),
            searchTexts,
            model.selections()::showSearch,
            this::focusList,
            this::endSearch);
    preview = new PreviewView(model.preview(), Messages.of(PreviewView.class, messages.locale()));
    form = new FormView(model.form(), Messages.of(FormView.class, messages.locale()));
    Messages outboxTexts = Messages.of(OutboxView.class, messages.locale());
    outbox =
        new OutboxPanel(
            model.sending(),
            outboxTexts,
            root.heightProperty(),
            theme.fontSize().percentProperty(),
            this::focusList);
    status = new OutboxStatusView(model.sending(), outboxTexts, outbox::toggle);
    StackPane noticeLayer = new StackPane();
    toasts = new Toasts(noticeLayer);

    commands = new Commands(this, model, messages, theme, keys);
    list = new ListPane(model, commands.actions(), messages);
    form.addTitleAction(commands.copyLink());
    BorderPane main = new BorderPane();
    overlay = new Overlay(main, this::goHome);
    documents =
        new DocumentSheets(
            model.documents(),
            overlay,
            new Panes(tree.root(), list.root(), preview.root()),
            commands.placing(),
            commands.actions(),
            messages);
    documents.keysInto(keys);
    form.addToTitle(documents.marks());
    right = documents.rightPane(form.root());
    panes =
        new PaneLayout(
            tree.root(),
            list.root(),
            preview.root(),
            right,
            theme.fontSize().percentProperty(),
            messages);
    main.setTop(header(serverActions, theme.fontSize().percentProperty()));
    main.setCenter(panes.root());
    // In a low window the panes give way, never the header.
    panes.root().setMinHeight(0);
    main.setMinSize(0, 0);
    JournalNoticeView journal =
        new JournalNoticeView(
            model.journalNotice().textProperty(), messages, model.journalNotice()::putAway);
    duplicates = new DuplicatesView(model.reception().duplicates(), messages, this::focusList);
    main.setBottom(
        new VBox(
            outbox.root(),
            duplicates.root(),
            journal.root(),
            new StatusLine(model, status.root(), documents.status(), messages).root()));
    root.getChildren().addAll(main, noticeLayer, overlay.root());
    root.getStylesheets().add(Theme.sheet(MainView.class, "main.css"));
    ring =
        new FocusRing(
            List.<Parent>of(
                tree.root(),
                list.root(),
                preview.root(),
                right,
                outbox.root(),
                duplicates.root(),
                status.root()),
            panes::reveal,
            this::goHome);
    files = new FileEntrance(root, model, messages, overlay);
    files.listenForPaste();
    tree.root().addEventHandler(KeyEvent.KEY_PRESSED, list::paste);
    list.onSpace(() -> panes.enlargePreview(!panes.isPreviewLarge()));
    model.onWish(this::fulfil);
    model.reception().questions().listen(this::ask);
    model.notices().listen(this::say);
  }

  Region root() {
    return root;
  }

  Overlay overlay() {
    return overlay;
  }

  /** Puts the keys into the list. */
  void focus() {
    focusList();
  }

  void installOn(Scene scene) {
    keys.installOn(scene, overlay::isShown);
    new MouseWays(model.navigation(), overlay::isShown).installOn(scene);
    ring.watch(scene);
    scene
        .focusOwnerProperty()
        .addListener(
            (_, _, owner) -> {
              if (owner != null) {
                panes.has(owner);
              }
            });
  }

  void showMoveSheet(MoveSheetViewModel.Purpose purpose) {
    model.moveSheet(purpose).ifPresent(this::showPlaceSheet);
  }

  private void showPlaceSheet(MoveSheetViewModel sheet) {
    MoveSheetView view =
        new MoveSheetView(sheet, Messages.of(FormView.class, messages.locale()), overlay::hide);
    overlay.show(view.root(), view::focus);
  }

  /** Shows the keys of now. */
  private ObservableList<MenuItem> menu() {
    ObservableList<MenuItem> items = FXCollections.observableArrayList(commands.menu(documents));
    keys.onChange(() -> items.setAll(commands.menu(documents)));
    return items;
  }

  private Region header(ObservableList<Action> serverActions, ObservableIntegerValue fontPercent) {
    Action tryAgain = Action.of(messages.get("tryAgain"), model::refresh);
    StringBinding trouble =
        Bindings.createStringBinding(
            () ->
                switch (model.serverStateProperty().get()) {
                  case REACHED, SIGNED_OUT -> "";
                  case UNREACHABLE ->
                      messages.get("unreachable", model.label().nameProperty().get());
                },
            model.serverStateProperty(),
            model.label().nameProperty());
    return new HeaderView(
            new HeaderView.Facts(model.label().nameProperty(), model.session().userName()),
            new CrumbBar(
                    model.navigation(),
                    messages,
                    commands.goBack(),
                    commands.goForward(),
                    commands.goUp())
                .root(),
            searchBox.field(),
            commands.upload(),
            menu(),
            serverActions,
            trouble,
            tryAgain,
            fontPercent,
            messages)
        .root();
  }

  private void say(Notices.Notice notice) {
    if (notice.failure()) {
      toasts.warn(notice.sentence());
    } else {
      toasts.show(
          notice.sentence(), notice.undoable() ? Optional.of(commands.undo()) : Optional.empty());
    }
  }

  private void ask(DropQuestion question) {
    Dragged.Files file = new Dragged.Files(List.of(question.file()));
    documents.ask(question, () -> model.reception().desk().drop(file, question.place(), false));
  }

  private void fulfil(MainViewModel.Wish wish) {
    switch (wish) {
      case TYPE -> focusType();
      case FIRST_FIELD -> {
        panes.reveal(right);
        documents.showForm();
        form.focusFirstField();
      }
      case LIST -> focusList();
      case OUT_OF_FORM -> {
        if (FocusWithin.isIn(right)) {
          goHome();
        }
      }
      case SECOND_PLACE ->
          model.reception().questions().secondPlaceSheet().ifPresent(this::showPlaceSheet);
    }
  }

  void toTray() {
    model.selections().goToTray();
    panes.reveal(list.root());
    list.focusTray();
  }

  void focusList() {
    panes.reveal(list.root());
    list.focus();
  }

  /** What had the keys is gone: they go to the list, unless a sheet lies over it. */
  private void goHome() {
    if (!overlay.isShown()) {
      panes.reveal(list.root());
      list.takeKeys();
    }
  }

  OutboxPanel outbox() {
    return outbox;
  }

  void focusDuplicates() {
    duplicates.focus();
  }

  void back() {
    if (outbox.isShown()) {
      outbox.toggle();
    } else if (panes.isPreviewLarge()) {
      panes.enlargePreview(false);
    } else if (model.inSearchProperty().get()) {
      endSearch();
    } else if (!FocusWithin.isIn(list.root()) || !model.selections().selectPlace()) {
      focusList();
    }
  }

  /** To the words, or to the form where the server searches none. */
  void showSearch() {
    model.selections().showSearch();
    panes.reveal(list.root());
    if (model.finding().search().searchesWords()) {
      searchBox.focus();
    } else {
      list.focusSearchForm();
    }
  }

  /** Lets a person look for something in the document that the preview shows. */
  void find() {
    panes.reveal(preview.root());
    preview.find();
  }

  /** The preview's pane. */
  Parent preview() {
    return preview.root();
  }

  /** Shows what holds these words. */
  void searchFor(String words) {
    model.finding().search().wordsProperty().set(words);
    model.selections().showSearch();
    model.finding().search().searchNow();
    list.focusHits();
  }

  /** What opens the settings. */
  void onSettings(Runnable opener) {
    settings = opener;
  }

  void showSettings() {
    settings.run();
  }

  KeyMap keys() {
    return keys;
  }

  void showShortCuts() {
    commands.showShortCuts();
  }

  void chooseFiles() {
    files.choose();
  }

  void say(String sentence) {
    toasts.show(sentence, Optional.empty());
  }

  private void endSearch() {
    model.selections().endSearch();
    focusList();
  }

  void goTo(String link) {
    commands.goTo(link);
  }

  void focusTree() {
    panes.reveal(tree.root());
    tree.focus();
  }

  void focusForm() {
    documents.showForm();
    ring.focus(right);
  }

  /** Opens the form of what is selected, from wherever the keys are. */
  void edit() {
    documents.showForm();
    form.edit();
  }

  void focusType() {
    panes.reveal(right);
    documents.showForm();
    form.focusType();
  }

  void focusPlace() {
    panes.reveal(right);
    documents.showForm();
    form.focusPlace();
  }

  /**
   * @param step 1 for the next pane, -1 for the one before
   */
  void movePane(int step) {
    ring.move(focusOwner(), step);
  }

  private Node focusOwner() {
    Node owner = root.getScene().getFocusOwner();
    return owner == null ? root : owner;
  }
}
