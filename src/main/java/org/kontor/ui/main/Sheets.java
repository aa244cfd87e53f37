package org.kontor.ui.main;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;
import org.kontor.ui.form.FormView;
import org.kontor.ui.form.TypeShortCutsView;
import org.kordamp.ikonli.feather.Feather;

/** The sheets that commands put over the window, and what they copy. */
final class Sheets {
  private final MainViewModel model;
  private final Messages messages;
  private final KeyMap keys;
  private final Supplier<Overlay> overlay;
  private final Consumer<String> say;
  private final Consumer<String> searchFor;

  Sheets(
      MainViewModel model,
      Messages messages,
      KeyMap keys,
      Supplier<Overlay> overlay,
      Consumer<String> say,
      Consumer<String> searchFor) {
    this.model = model;
    this.messages = messages;
    this.keys = keys;
    this.overlay = overlay;
    this.say = say;
    this.searchFor = searchFor;
  }

  void showShortCuts() {
    TypeShortCutsView sheet =
        new TypeShortCutsView(
            model.shortCuts(), Messages.of(FormView.class, messages.locale()), overlay.get()::hide);
    overlay.get().show(sheet.root(), sheet::focus);
  }

  void showKeys() {
    KeySheetView sheet =
        new KeySheetView(new KeyChoice(keys, messages), messages, overlay.get()::hide);
    overlay.get().show(sheet.root(), sheet::focus);
  }

  void showGoTo() {
    GoToViewModel goTo = model.finding().goTo();
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasString()) {
      goTo.offer(clipboard.getString());
    }
    show(goTo);
  }

  /** Goes there at once; the sheet only comes when it cannot, with the reason. */
  void goTo(String link) {
    GoToViewModel goTo = model.finding().goTo();
    goTo.typedProperty().set(link);
    if (!goTo.go()) {
      show(goTo);
    }
  }

  private void show(GoToViewModel goTo) {
    GoToView sheet = new GoToView(goTo, messages, overlay.get()::hide);
    overlay.get().show(sheet.root(), sheet::focus);
  }

  /** Goes to or searches anything that is typed. */
  void showJump() {
    JumpViewModel jump =
        new JumpViewModel(
            model.session().address(),
            commands(),
            model.form().placeSearch(),
            new JumpViewModel.Lately() {
              @Override
              public List<Place> places() {
                return model.navigation().opened();
              }

              @Override
              public List<OpenedDocuments.Opened> documents() {
                return model.finding().opened().all();
              }
            },
            new JumpViewModel.Ways() {
              @Override
              public void toPlace(Location location) {
                model.selections().endSearch();
                model.navigation().go(location);
              }

              @Override
              public void toObject(ObjectId id) {
                model.finding().show(id);
              }

              @Override
              public void search(String words) {
                searchFor.accept(words);
              }
            },
            messages);
    JumpView sheet =
        new JumpView(
            jump,
            messages,
            () -> {
              jump.close();
              overlay.get().hide();
            });
    overlay.get().show(sheet.root(), sheet::focus);
  }

  /** The commands of the window, each with the key of now, and what stands in its way now. */
  private List<Jump> commands() {
    return keys.actions().entrySet().stream()
        .map(
            entry -> {
              Action action = entry.getValue();
              return new Jump(
                  action.icon().orElse(Feather.COMMAND),
                  action.text(),
                  KeyNames.in(messages, keys.keyOf(entry.getKey()).getName()),
                  action.obstacle(),
                  false,
                  action::run);
            })
        .toList();
  }

  void showActions() {
    ActionsViewModel actions = model.actions();
    ActionsView sheet =
        new ActionsView(
            actions,
            messages,
            () -> {
              actions.close();
              overlay.get().hide();
            });
    overlay.get().show(sheet.root(), sheet::focus);
  }

  void copyLinks() {
    copy(model.finding().links(), "copied.links");
  }

  void copyIds() {
    copy(model.finding().ids(), "copied.ids");
  }

  private void copy(List<String> lines, String said) {
    if (!lines.isEmpty()) {
      ClipboardContent content = new ClipboardContent();
      content.putString(String.join("\n", lines));
      Clipboard.getSystemClipboard().setContent(content);
      say.accept(messages.get(said, lines.size()));
    }
  }
}
