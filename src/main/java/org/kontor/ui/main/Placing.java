package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.MenuItem;
import org.kontor.dms.Feature;
import org.kontor.model.DmsObject;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Messages;
import org.kontor.ui.form.MoveSheetViewModel.Purpose;
import org.kordamp.ikonli.feather.Feather;

/** The commands that make folders and registers, and that move and tie what is selected. */
final class Placing {
  private final MainView view;
  private final MainViewModel model;
  private final Messages messages;
  private final KeyMap keys;

  Placing(MainView view, MainViewModel model, Messages messages, KeyMap keys) {
    this.view = view;
    this.model = model;
    this.messages = messages;
    this.keys = keys;
  }

  void keysInto(KeyMap map) {
    map.always("key.moveTo", standard("key.moveTo", "Shortcut+M", this::move))
        .always(
            "key.addLocation", standard("key.addLocation", "Shortcut+Shift+M", this::addLocation))
        .always("key.makeReference", standard("key.makeReference", "Shortcut+Alt+M", this::refer))
        .always(
            "key.favourite",
            standard("key.favourite", "Shortcut+D", model.navigation()::toggleFavourite))
        .always(
            "key.newRegister",
            standard("key.newRegister", "Shortcut+N", model.reception().newObjects()::register))
        .always(
            "key.newFolder",
            standard("key.newFolder", "Shortcut+Shift+N", model.reception().newObjects()::folder));
    if (model.reception().needsSecondPlace()) {
      map.always(
          "key.otherPlace",
          standard("key.otherPlace", "Shortcut+Shift+L", model.reception()::changeSecondPlace));
    }
  }

  /** For the window's menu. */
  List<MenuItem> items() {
    return List.of(newFolder().menuItem(), newRegister().menuItem(), moveTo().menuItem());
  }

  /** For the menu of the tree. */
  List<MenuItem> itemsOfTree() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item(model.navigation().isContainer(), favourite()));
    items.add(newFolder().menuItem());
    items.add(item(model.navigation().isContainer(), newRegister()));
    if (model.reception().needsSecondPlace()) {
      Action change =
          action("key.otherPlace", model.reception()::changeSecondPlace).with(Feather.LINK_2);
      items.add(item(model.navigation().isContainer(), change));
    }
    return items;
  }

  private Action favourite() {
    boolean is = model.navigation().isFavourite();
    Action named = action("key.favourite", model.navigation()::toggleFavourite);
    return new Action(
            messages.get(is ? "favourite.remove" : "favourite.add"),
            named.key(),
            named.icon(),
            named.disabled(),
            named.command())
        .with(Feather.STAR);
  }

  /**
   * For the menu of what is selected.
   *
   * @param offers whether the server can do something
   */
  List<MenuItem> itemsFor(Lists.Selected selected, Predicate<Feature> offers) {
    boolean filed = selected.container().isPresent() && selected.complete();
    boolean documents =
        filed && selected.objects().stream().allMatch(DmsObject.Document.class::isInstance);
    return List.of(
        item(true, moveTo()),
        item(
            documents && offers.test(Feature.SEVERAL_LOCATIONS),
            action("key.addLocation", this::addLocation).with(Feather.COPY)),
        item(
            documents && selected.objects().size() == 1 && offers.test(Feature.REFERENCES),
            action("key.makeReference", this::refer).with(Feather.ARROW_UP_RIGHT)));
  }

  void addLocation() {
    if (model.documents().allows(Feature.SEVERAL_LOCATIONS)) {
      view.showMoveSheet(Purpose.LOCATION);
    }
  }

  void refer() {
    if (model.documents().allows(Feature.REFERENCES)) {
      view.showMoveSheet(Purpose.REFERENCE);
    }
  }

  private void move() {
    view.showMoveSheet(Purpose.MOVE);
  }

  private Action moveTo() {
    return action("key.moveTo", this::move).with(Feather.CORNER_DOWN_RIGHT);
  }

  private Action newFolder() {
    return action("key.newFolder", model.reception().newObjects()::folder)
        .with(Feather.FOLDER_PLUS);
  }

  private Action newRegister() {
    return action("key.newRegister", model.reception().newObjects()::register).with(Feather.BOOK);
  }

  private static MenuItem item(boolean enabled, Action action) {
    return action.disabledWhen(new SimpleBooleanProperty(!enabled)).menuItem();
  }

  private Action standard(String id, String key, Runnable command) {
    return Action.of(messages.get(id), () -> unlessCovered(command)).on(key);
  }

  /** With the key of now. */
  private Action action(String id, Runnable command) {
    Action plain = Action.of(messages.get(id), () -> unlessCovered(command));
    return new Action(
        plain.text(), Optional.of(keys.keyOf(id)), plain.icon(), plain.disabled(), plain.command());
  }

  private void unlessCovered(Runnable command) {
    if (!view.overlay().isShown()) {
      command.run();
    }
  }
}
