package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.FontSize;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;
import org.kontor.ui.preview.Finder;
import org.kordamp.ikonli.feather.Feather;

/** What can be done from anywhere in the window: its keys, and the menu that offers some of it. */
final class Commands {
  private static final int MOST_USED_TYPES = 9;

  private final MainView view;
  private final MainViewModel model;
  private final Messages messages;
  private final Theme theme;
  private final KeyMap keys;
  private final Sheets sheets;
  private final CommandActions actions;
  private final Placing placing;

  Commands(MainView view, MainViewModel model, Messages messages, Theme theme, KeyMap keys) {
    this.view = view;
    this.model = model;
    this.messages = messages;
    this.theme = theme;
    this.keys = keys;
    actions =
        new CommandActions(
            messages,
            keys,
            model.obstacles(),
            () -> view.overlay().isShown(),
            why -> model.notices().say(why, false));
    placing = new Placing(view, model, messages, actions);
    sheets = new Sheets(model, messages, keys, view::overlay, view::say, view::searchFor);
    define();
  }

  /** Goes to an object by a link from outside. */
  void goTo(String link) {
    sheets.goTo(link);
  }

  private void define() {
    always("key.tray", "Shortcut+1", view::toTray);
    always("key.tree", "Shortcut+2", view::focusTree);
    always("key.list", "Shortcut+3", view::focusList);
    always("key.form", "Shortcut+4", view::focusForm);
    always("key.outbox", "Shortcut+5", view.outbox()::toggle);
    always("key.pause", "Shortcut+Shift+P", model.sending().commands()::togglePause);
    keys.told("key.sendNext", "Alt+Shift+Up", messages.get("key.sendNext"));
    always("key.duplicates", "Shortcut+Shift+D", view::focusDuplicates);
    always("key.search", "Shortcut+F", view::showSearch);
    always("key.find", "Shortcut+Shift+F", view::find);
    keys.inside(view.preview(), actions.nameless("key.find", "Shortcut+F", view::find));
    always("key.findNext", "F3", () -> findOr(Finder::next));
    always("key.findPrevious", "Shift+F3", () -> findOr(Finder::previous));
    always("jump", "Shortcut+K", sheets::showJump);
    always("goTo", "Shortcut+G", sheets::showGoTo);
    keys.unlessUsed("copyLink", actions.standard("copyLink", "Shortcut+C", sheets::copyLinks))
        .unlessUsed("copyId", actions.standard("copyId", "Shortcut+Shift+C", sheets::copyIds));
    always("key.nextPane", "F6", () -> view.movePane(1));
    always("key.previousPane", "Shift+F6", () -> view.movePane(-1));
    always("key.goBack", "Alt+Left", model.navigation()::back);
    always("key.goForward", "Alt+Right", model.navigation()::forward);
    always("key.goUp", "Shortcut+Up", model.navigation()::up);
    always("key.next", "Alt+Down", model.selections()::next);
    always("key.previous", "Alt+Up", model.selections()::previous);
    always("key.type", "Shortcut+T", view::focusType);
    keys.told("key.mostUsed", "Alt+1", messages.get("key.mostUsed", MOST_USED_TYPES));
    for (int number = 1; number <= MOST_USED_TYPES; number++) {
      int chosen = number;
      String id = "key.mostUsed." + number;
      keys.fixed(
          id, actions.nameless(id, "Alt+" + number, () -> model.form().chooseMostUsed(chosen)));
    }
    always("key.place", "Shortcut+L", view::focusPlace);
    keys.told("key.pin", "Shortcut+P", messages.get("key.pin"));
    always("key.submit", "Shortcut+Enter", model.form()::submit);
    always("key.submitAll", "Shortcut+Shift+Enter", model.form()::submit);
    always("key.skip", "Shortcut+Down", model.selections()::skip);
    always("key.aside", "Shortcut+B", model.selections()::putAside);
    placing.keysInto(keys);
    keys.unlessUsedFixed("key.edit", actions.standard("key.edit", "F2", view::edit))
        .unlessUsedFixed(
            "key.save", actions.standard("key.save", "Shortcut+S", model.form()::save));
    keys.told("key.cut", "Shortcut+X", messages.get("key.cut"))
        .told("key.paste", "Shortcut+V", messages.get("key.paste"))
        .told("key.pasteLocation", "Shortcut+Shift+V", messages.get("key.pasteLocation"))
        .told("key.pasteReference", "Shortcut+Alt+V", messages.get("key.pasteReference"));
    keys.unlessUsed("undo", actions.standard("undo", "Shortcut+Z", model.takeBack()::last));
    keys.unlessUsed("redo", actions.standard("redo", "Shortcut+Shift+Z", model.takeBack()::again));
    keys.unlessUsedFixed(
        "redo.also", actions.nameless("redo", "Shortcut+Y", model.takeBack()::again));
    always("actions", "Shortcut+J", sheets::showActions);
    keys.told("key.large", "Space", messages.get("key.large"));
    keys.told("key.page", "Page_Down", messages.get("key.page"));
    always("upload", "Shortcut+O", view::chooseFiles);
    keys.told("font.larger", "Shortcut+Plus", messages.get("font.larger"))
        .told("font.smaller", "Shortcut+Minus", messages.get("font.smaller"))
        .told("font.usual", "Shortcut+0", messages.get("font.usual"));
    always("refresh", "F5", model::refresh);
    always("keys.title", "F1", sheets::showKeys);
    always("settings", "Shortcut+Comma", view::showSettings);
    keys.unlessUsed("key.back", actions.standard("key.back", "Esc", view::back));
  }

  /** The menu as it is with the keys of now. */
  List<MenuItem> menu(DocumentSheets documents) {
    List<MenuItem> items = new ArrayList<>();
    items.add(upload().menuItem());
    items.add(undo().menuItem());
    items.add(
        actions.action("redo", model.takeBack()::again).with(Feather.CORNER_UP_RIGHT).menuItem());
    items.add(actions.action("actions", sheets::showActions).with(Feather.LIST).menuItem());
    items.add(actions.action("refresh", model::refresh).with(Feather.REFRESH_CW).menuItem());
    items.add(copyLink().menuItem());
    items.add(
        submenu(
            "menu.goTo",
            actions.action("jump", sheets::showJump).with(Feather.COMPASS).menuItem(),
            actions.action("key.search", view::showSearch).with(Feather.SEARCH).menuItem(),
            actions.action("key.find", view::find).with(Feather.FILE_TEXT).menuItem(),
            actions.action("goTo", sheets::showGoTo).with(Feather.HASH).menuItem(),
            documents.binItem(),
            actions.action("key.outbox", view.outbox()::toggle).with(Feather.SEND).menuItem()));
    items.addAll(placing.items());
    items.add(new SeparatorMenuItem());
    items.add(actions.named("shortCuts", sheets::showShortCuts).with(Feather.TYPE).menuItem());
    items.add(appearance());
    items.add(actions.action("settings", view::showSettings).with(Feather.SETTINGS).menuItem());
    items.add(actions.action("keys.title", sheets::showKeys).with(Feather.HELP_CIRCLE).menuItem());
    return items;
  }

  /** Makes actions that say why they cannot be done. */
  CommandActions actions() {
    return actions;
  }

  /** The commands that make, move and tie objects. */
  Placing placing() {
    return placing;
  }

  void showShortCuts() {
    sheets.showShortCuts();
  }

  Action upload() {
    return actions.action("upload", view::chooseFiles).with(Feather.UPLOAD);
  }

  Action copyLink() {
    return actions.action("copyLink", sheets::copyLinks).with(Feather.LINK);
  }

  Action goBack() {
    return actions.action("key.goBack", model.navigation()::back);
  }

  Action goForward() {
    return actions.action("key.goForward", model.navigation()::forward);
  }

  Action goUp() {
    return actions.action("key.goUp", model.navigation()::up);
  }

  Action undo() {
    return actions.action("undo", model.takeBack()::last).with(Feather.CORNER_UP_LEFT);
  }

  private Menu submenu(String name, MenuItem... items) {
    return new Menu(messages.get(name), null, items);
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
    FontSize size = theme.fontSize();
    menu.getItems()
        .addAll(
            new SeparatorMenuItem(),
            fontItem("font.larger", size::larger),
            fontItem("font.smaller", size::smaller),
            fontItem("font.usual", size::reset));
    return menu;
  }

  private MenuItem fontItem(String id, Runnable command) {
    return Action.of(messages.get(id), command).on(keys.keyOf(id).getName()).menuItem();
  }

  /** Goes on in the search in the document, or begins one. */
  private void findOr(Consumer<Finder> step) {
    Finder finder = model.preview().finder();
    if (finder.openProperty().get()) {
      step.accept(finder);
    } else {
      view.find();
    }
  }

  private void always(String id, String key, Runnable command) {
    keys.always(id, actions.standard(id, key, command));
  }
}
