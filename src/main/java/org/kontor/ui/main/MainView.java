package org.kontor.ui.main;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.Toasts;
import org.kontor.ui.contents.ContentsView;
import org.kontor.ui.form.FormView;
import org.kontor.ui.outbox.OutboxStatusView;
import org.kontor.ui.outbox.OutboxView;
import org.kontor.ui.preview.PreviewView;
import org.kontor.ui.tray.TrayView;
import org.kontor.ui.tree.ArchiveTreeView;
import org.kordamp.ikonli.feather.Feather;

/** The main window's content: header, the four panes, the status line, and what lies over them. */
final class MainView {
  private static final double OUTBOX_HEIGHT = 260;

  private final MainViewModel model;
  private final Messages messages;
  private final Theme theme;
  private final TrayView tray;
  private final ContentsView contents;
  private final FormView form;
  private final ArchiveTreeView tree;
  private final PreviewView preview;
  private final OutboxView outbox;
  private final OutboxStatusView status;
  private final Toasts toasts;
  private final Overlay overlay;
  private final FocusRing ring;
  private final KeyMap keys = new KeyMap();
  private final StackPane root = new StackPane();

  MainView(MainViewModel model, Messages messages, Theme theme, List<Action> serverActions) {
    this.model = model;
    this.messages = messages;
    this.theme = theme;
    tree =
        new ArchiveTreeView(
            model.tree(), Messages.of(ArchiveTreeView.class, messages.locale()), model.desk());
    tray = new TrayView(model.tray(), Messages.of(TrayView.class, messages.locale()), model.desk());
    contents =
        new ContentsView(
            model.contents(), Messages.of(ContentsView.class, messages.locale()), model.desk());
    preview = new PreviewView(model.preview(), Messages.of(PreviewView.class, messages.locale()));
    form = new FormView(model.form(), Messages.of(FormView.class, messages.locale()));
    Messages outboxTexts = Messages.of(OutboxView.class, messages.locale());
    outbox = new OutboxView(model.sending(), outboxTexts, this::toggleOutbox);
    status = new OutboxStatusView(model.sending(), outboxTexts, this::toggleOutbox);
    StackPane noticeLayer = new StackPane();
    toasts = new Toasts(noticeLayer);

    StackPane list = list();
    BorderPane main = new BorderPane();
    PaneLayout panes = new PaneLayout(tree.root(), list, preview.root(), form.root());
    main.setTop(header(serverActions));
    main.setCenter(panes.root());
    // In a low window the panes give way, never the header.
    panes.root().setMinHeight(0);
    main.setMinHeight(0);
    JournalNoticeView journal =
        new JournalNoticeView(model.journalNoticeProperty(), messages, model::putJournalNoticeAway);
    main.setBottom(new VBox(panel(), journal.root(), statusLine()));
    overlay = new Overlay(main);
    root.getChildren().addAll(main, noticeLayer, overlay.root());
    root.getStylesheets().add(Theme.sheet(MainView.class, "main.css"));
    ring =
        new FocusRing(
            List.<Parent>of(
                tree.root(), list, preview.root(), form.root(), outbox.root(), status.root()));
    defineKeys();
    model.onWish(this::fulfil);
    model.onNotice(this::say);
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
    keys.installOn(scene);
    ring.watch(scene);
  }

  private StackPane list() {
    tray.root().visibleProperty().bind(model.inTrayProperty());
    contents.root().visibleProperty().bind(model.inTrayProperty().not());
    return new StackPane(contents.root(), tray.root());
  }

  private Region panel() {
    Region panel = outbox.root();
    panel
        .prefHeightProperty()
        .bind(Bindings.min(OUTBOX_HEIGHT, root.heightProperty().multiply(0.4)));
    panel.setMinHeight(0);
    panel.setVisible(false);
    panel.managedProperty().bind(panel.visibleProperty());
    return panel;
  }

  private Region statusLine() {
    HBox line = new HBox(16, status.root(), new TakingUpView(model.taking(), messages).root());
    line.setAlignment(Pos.CENTER_LEFT);
    line.setPadding(new Insets(2, 8, 2, 8));
    line.getStyleClass().addAll("status-line", Styles.TEXT_SMALL);
    return line;
  }

  private Region header(List<Action> serverActions) {
    Action tryAgain = Action.of(messages.get("tryAgain"), model::refresh);
    StringBinding trouble =
        Bindings.createStringBinding(
            () ->
                switch (model.serverStateProperty().get()) {
                  case REACHED, SIGNED_OUT -> "";
                  case UNREACHABLE -> messages.get("unreachable", model.serverName());
                },
            model.serverStateProperty());
    return new HeaderView(
            new HeaderView.Facts(model.serverName(), model.userName(), model.accent()),
            upload(),
            menu(),
            serverActions,
            trouble,
            tryAgain,
            messages)
        .root();
  }

  private List<MenuItem> menu() {
    List<MenuItem> items = new ArrayList<>();
    items.add(upload().menuItem());
    items.add(undo().menuItem());
    items.add(refresh().menuItem());
    items.add(showOutbox().menuItem());
    items.add(new SeparatorMenuItem());
    items.add(appearance());
    items.add(showKeys().menuItem());
    return items;
  }

  private Menu appearance() {
    Menu menu = new Menu(messages.get("appearance"));
    ToggleGroup group = new ToggleGroup();
    for (Theme.Mode mode : Theme.Mode.values()) {
      RadioMenuItem item = new RadioMenuItem(messages.get("appearance." + mode.name()));
      item.setToggleGroup(group);
      item.setSelected(theme.mode() == mode);
      item.setOnAction(_ -> theme.use(mode));
      menu.getItems().add(item);
    }
    return menu;
  }

  private void defineKeys() {
    keys.always(at("Shortcut+1", "key.tray", this::toTray))
        .always(at("Shortcut+2", "key.tree", tree::focus))
        .always(at("Shortcut+3", "key.list", this::focusList))
        .always(at("Shortcut+4", "key.form", () -> ring.focus(form.root())))
        .always(showOutbox())
        .always(at("F6", "key.nextPane", () -> ring.move(focusOwner(), 1)))
        .always(at("Shift+F6", "key.previousPane", () -> ring.move(focusOwner(), -1)))
        .always(at("Alt+Down", "key.next", model::next))
        .always(at("Alt+Up", "key.previous", model::previous))
        .always(at("Shortcut+T", "key.type", form::focusType))
        .always(at("Shortcut+L", "key.place", form::focusPlace))
        .always(at("Shortcut+Enter", "key.submit", model::submit))
        .told("F2", messages.get("key.edit"))
        .told("Shortcut+S", messages.get("key.save"))
        .told("Shortcut+X", messages.get("key.cut"))
        .told("Shortcut+V", messages.get("key.paste"))
        .told("Shortcut+Shift+V", messages.get("key.pasteLocation"))
        .unlessUsed(undo())
        .told("Page_Down", messages.get("key.page"))
        .always(upload())
        .always(refresh())
        .always(showKeys())
        .unlessUsed(at("Esc", "key.back", this::back));
    Action paste = at("Shortcut+V", "key.paste", this::paste);
    root.sceneProperty().subscribe(scene -> Optional.ofNullable(scene).ifPresent(paste::listenIn));
  }

  private Action at(String key, String text, Runnable command) {
    return Action.of(messages.get(text), () -> unlessCovered(command)).on(key);
  }

  /** What lies under a sheet is left alone. */
  private void unlessCovered(Runnable command) {
    if (!overlay.isShown()) {
      command.run();
    }
  }

  private Action upload() {
    return at("Shortcut+O", "upload", this::chooseFiles).with(Feather.UPLOAD);
  }

  private Action undo() {
    return at("Shortcut+Z", "undo", model::undo).with(Feather.CORNER_UP_LEFT);
  }

  private Action refresh() {
    return at("F5", "refresh", model::refresh).with(Feather.REFRESH_CW);
  }

  private Action showOutbox() {
    return at("Shortcut+5", "key.outbox", this::toggleOutbox).with(Feather.SEND);
  }

  private Action showKeys() {
    return at("F1", "keys.title", this::showKeySheet).with(Feather.HELP_CIRCLE);
  }

  private void say(MainViewModel.Notice notice) {
    if (notice.failure()) {
      toasts.warn(notice.sentence());
    } else {
      toasts.show(notice.sentence(), notice.undoable() ? Optional.of(undo()) : Optional.empty());
    }
  }

  private void fulfil(MainViewModel.Wish wish) {
    switch (wish) {
      case TYPE -> form.focusType();
      case FIRST_FIELD -> form.focusFirstField();
      case LIST -> focusList();
    }
  }

  private void toTray() {
    model.goToTray();
    tray.focus();
  }

  private void focusList() {
    if (model.inTrayProperty().get()) {
      tray.focus();
    } else {
      contents.focus();
    }
  }

  private void toggleOutbox() {
    Region panel = outbox.root();
    boolean hadFocus = panel.isFocusWithin();
    panel.setVisible(!panel.isVisible());
    if (panel.isVisible()) {
      outbox.focus();
    } else if (hadFocus) {
      focusList();
    }
  }

  private void back() {
    if (outbox.root().isVisible()) {
      toggleOutbox();
    } else {
      focusList();
    }
  }

  private void showKeySheet() {
    KeySheetView sheet = new KeySheetView(keys.lines(), messages, overlay::hide);
    overlay.show(sheet.root(), sheet::focus);
  }

  private void chooseFiles() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.get("upload"));
    List<File> chosen = chooser.showOpenMultipleDialog(root.getScene().getWindow());
    if (chosen != null) {
      model.upload(paths(chosen));
    }
  }

  private void paste() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (!overlay.isShown() && clipboard.hasFiles()) {
      model.upload(paths(clipboard.getFiles()));
    }
  }

  private static List<Path> paths(List<File> files) {
    return files.stream().map(File::toPath).toList();
  }

  private Node focusOwner() {
    Node owner = root.getScene().getFocusOwner();
    return owner == null ? root : owner;
  }
}
