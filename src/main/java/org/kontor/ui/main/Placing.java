package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Messages;
import org.kontor.ui.form.MoveSheetViewModel.Purpose;
import org.kordamp.ikonli.feather.Feather;

/** The commands that make folders and registers, and that move and tie what is selected. */
final class Placing {
  private final MainView view;
  private final MainViewModel model;
  private final Messages messages;
  private final CommandActions actions;

  Placing(MainView view, MainViewModel model, Messages messages, CommandActions actions) {
    this.view = view;
    this.model = model;
    this.messages = messages;
    this.actions = actions;
  }

  void keysInto(KeyMap map) {
    map.always("key.moveTo", actions.standard("key.moveTo", "Shortcut+M", this::move))
        .always(
            "key.addLocation",
            actions.standard("key.addLocation", "Shortcut+Shift+M", () -> addLocation().run()))
        .always(
            "key.makeReference",
            actions.standard("key.makeReference", "Shortcut+Alt+M", () -> refer().run()))
        .always(
            "key.favourite",
            actions.standard("key.favourite", "Shortcut+D", model.navigation()::toggleFavourite))
        .always(
            "key.newRegister",
            actions.standard(
                "key.newRegister", "Shortcut+N", model.reception().newObjects()::register))
        .always(
            "key.newFolder",
            actions.standard(
                "key.newFolder", "Shortcut+Shift+N", model.reception().newObjects()::folder));
    if (model.reception().needsSecondPlace()) {
      map.always(
          "key.otherPlace",
          actions.standard(
              "key.otherPlace", "Shortcut+Shift+L", model.reception()::changeSecondPlace));
    }
  }

  /** For the window's menu. */
  List<MenuItem> items() {
    return List.of(newFolder().menuItem(), newRegister().menuItem(), moveTo().menuItem());
  }

  /** For the menu of the tree. */
  List<MenuItem> itemsOfTree() {
    List<MenuItem> items = new ArrayList<>();
    items.add(favourite().menuItem());
    items.add(newFolder().menuItem());
    items.add(newRegister().menuItem());
    if (model.reception().needsSecondPlace()) {
      items.add(
          actions
              .action("key.otherPlace", model.reception()::changeSecondPlace)
              .with(Feather.LINK_2)
              .menuItem());
    }
    return items;
  }

  private Action favourite() {
    return actions
        .action(
            "key.favourite",
            messages.get(model.navigation().isFavourite() ? "favourite.remove" : "favourite.add"),
            model.navigation()::toggleFavourite)
        .with(Feather.STAR);
  }

  /** For the menu of what is selected. */
  List<MenuItem> itemsOfSelected() {
    return List.of(moveTo().menuItem(), addLocation().menuItem(), refer().menuItem());
  }

  /** Asks for a further place of what is selected. */
  Action addLocation() {
    return actions
        .action("key.addLocation", () -> view.showMoveSheet(Purpose.LOCATION))
        .with(Feather.COPY);
  }

  /** Asks where a reference to what is selected shall lie. */
  Action refer() {
    return actions
        .action("key.makeReference", () -> view.showMoveSheet(Purpose.REFERENCE))
        .with(Feather.ARROW_UP_RIGHT);
  }

  private void move() {
    view.showMoveSheet(Purpose.MOVE);
  }

  private Action moveTo() {
    return actions.action("key.moveTo", this::move).with(Feather.CORNER_DOWN_RIGHT);
  }

  private Action newFolder() {
    return actions
        .action("key.newFolder", model.reception().newObjects()::folder)
        .with(Feather.FOLDER_PLUS);
  }

  private Action newRegister() {
    return actions
        .action("key.newRegister", model.reception().newObjects()::register)
        .with(Feather.BOOK);
  }
}
