package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kontor.ui.bin.BinView;
import org.kontor.ui.bin.DeletionView;
import org.kontor.ui.checkout.CheckOutStatusView;
import org.kontor.ui.checkout.CheckOutView;
import org.kontor.ui.checkout.ReplaceOrFileView;
import org.kontor.ui.common.Action;
import org.kontor.ui.common.FocusWithin;
import org.kontor.ui.common.MarkIcons;
import org.kontor.ui.common.Messages;
import org.kontor.ui.custody.CustodyView;
import org.kontor.ui.facts.FactsView;
import org.kontor.ui.files.PagesView;
import org.kordamp.ikonli.feather.Feather;

/** The keys, menus and sheets of the {@link DocumentDesk}. */
final class DocumentSheets {
  private static final String EDIT = "Shortcut+E";
  private static final String OPEN = "Shortcut+Shift+E";
  private static final String FACTS = "Alt+Enter";
  private static final String SAVE_AS = "Shortcut+Shift+S";
  private static final String REPLACE = "Shortcut+R";
  private static final String PAGES = "Shortcut+Alt+R";
  private static final String CUSTODY = "Shortcut+Shift+R";
  private static final String BIN = "Shortcut+Shift+Delete";
  private static final String CHECK_OUTS = "Shortcut+Shift+O";

  private final DocumentDesk desk;
  private final Overlay overlay;
  private final Panes panes;
  private final Placing placing;
  private final CommandActions actions;
  private final Messages messages;
  private final FactsView facts;
  private final ContextMenu menu = new ContextMenu();

  /**
   * @param placing the commands that make, move and tie objects
   */
  DocumentSheets(
      DocumentDesk desk,
      Overlay overlay,
      Panes panes,
      Placing placing,
      CommandActions actions,
      Messages messages) {
    this.actions = actions;
    this.placing = placing;
    this.desk = desk;
    this.overlay = overlay;
    this.panes = panes;
    this.messages = messages;
    facts =
        new FactsView(
            desk.facts(),
            Messages.of(FactsView.class, messages.locale()),
            () -> placing.addLocation().run(),
            () -> placing.refer().run());
    panes.list().addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::showMenu);
    panes.tree().addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::showTreeMenu);
  }

  void keysInto(KeyMap keys) {
    keys.always("key.editFile", actions.standard("key.editFile", EDIT, desk::edit));
    keys.always("key.openFile", actions.standard("key.openFile", OPEN, desk::view));
    keys.always(
        "key.checkOuts", actions.standard("key.checkOuts", CHECK_OUTS, this::showCheckOuts));
    keys.always("key.facts", actions.standard("key.facts", FACTS, this::toggleFacts));
    keys.always("key.saveAs", actions.standard("key.saveAs", SAVE_AS, desk::save));
    keys.always("key.replace", actions.standard("key.replace", REPLACE, desk::replace));
    keys.always("key.pages", actions.standard("key.pages", PAGES, this::showPages));
    keys.always("key.custody", actions.standard("key.custody", CUSTODY, this::showCustody));
    keys.always("key.bin", actions.standard("key.bin", BIN, this::showBin));
    keys.unlessUsed("key.delete", Action.of(messages.get("key.delete"), this::delete).on("Delete"));
  }

  /** Asks what a file is meant for that was dropped on a document. */
  void ask(DropQuestion question, Runnable add) {
    ReplaceOrFileView sheet =
        new ReplaceOrFileView(
            String.valueOf(question.file().getFileName()),
            question.title(),
            () -> desk.checkOuts().replace(question.document().id(), question.file()),
            add,
            Messages.of(ReplaceOrFileView.class, messages.locale()),
            overlay::hide);
    overlay.show(sheet.root(), sheet::focus);
  }

  /** How long the selected document is kept. */
  void showCustody() {
    desk.custody()
        .ifPresent(
            model -> {
              CustodyView sheet =
                  new CustodyView(
                      model, Messages.of(CustodyView.class, messages.locale()), overlay::hide);
              overlay.show(sheet.root(), sheet::focus);
            });
  }

  /** The files of the selected document, one by one. */
  void showPages() {
    desk.pages()
        .ifPresent(
            model -> {
              PagesView sheet =
                  new PagesView(
                      model, Messages.of(PagesView.class, messages.locale()), overlay::hide);
              overlay.show(sheet.root(), sheet::focus);
            });
  }

  /** What was deleted and can come back. */
  void showBin() {
    BinView sheet =
        new BinView(desk.bin(), Messages.of(BinView.class, messages.locale()), overlay::hide);
    overlay.show(sheet.root(), sheet::focus);
  }

  /** For the window's menu. */
  MenuItem binItem() {
    return item("key.bin", this::showBin, Feather.TRASH);
  }

  /** What is selected where the keys are: in the list, or the place itself in the tree. */
  private void delete() {
    boolean inTree = FocusWithin.isIn(panes.tree());
    if (inTree || FocusWithin.isIn(panes.list())) {
      deleting(inTree).run();
    } else {
      desk.hint(messages.get("cannot.deleteNowhere"));
    }
  }

  private Action deleting(boolean inTree) {
    return actions
        .named(inTree ? "key.deletePlace" : "key.delete", () -> delete(inTree))
        .on(actions.keyName("key.delete"))
        .with(Feather.TRASH_2);
  }

  private void delete(boolean inTree) {
    desk.deletion(inTree)
        .ifPresent(
            deletion -> {
              DeletionView sheet =
                  new DeletionView(
                      deletion, Messages.of(DeletionView.class, messages.locale()), overlay::hide);
              overlay.show(sheet.root(), sheet::focus);
            });
  }

  private void showMenu(ContextMenuEvent event) {
    if (isText(event.getTarget()) || desk.selected().objects().isEmpty()) {
      return;
    }
    menu.getItems().setAll(items());
    menu.show((Node) panes.list(), event.getScreenX(), event.getScreenY());
    event.consume();
  }

  /** What can be done with the place that is selected in the tree. */
  private void showTreeMenu(ContextMenuEvent event) {
    List<MenuItem> items = new ArrayList<>(placing.itemsOfTree());
    items.add(new SeparatorMenuItem());
    items.add(deleting(true).menuItem());
    menu.getItems().setAll(items);
    menu.show((Node) panes.tree(), event.getScreenX(), event.getScreenY());
    event.consume();
  }

  private List<MenuItem> items() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item("key.openFile", desk::view, Feather.EXTERNAL_LINK));
    items.add(item("key.editFile", desk::edit, Feather.EDIT));
    items.add(item("key.saveAs", desk::save, Feather.DOWNLOAD));
    items.add(item("key.replace", desk::replace, Feather.REPEAT));
    items.add(item("key.pages", this::showPages, Feather.LAYERS));
    items.add(item("key.custody", this::showCustody, Feather.ARCHIVE));
    items.add(item("key.facts", this::toggleFacts, Feather.INFO));
    items.add(new SeparatorMenuItem());
    items.addAll(placing.itemsOfSelected());
    items.add(new SeparatorMenuItem());
    items.add(deleting(false).menuItem());
    return items;
  }

  private MenuItem item(String id, Runnable command, Feather icon) {
    return actions.action(id, command).with(icon).menuItem();
  }

  /** The form with the properties over it while they are shown. */
  StackPane rightPane(Region form) {
    form.visibleProperty().bind(desk.facts().shownProperty().not());
    for (Region shown : List.of(form, facts.root())) {
      shown.managedProperty().bind(shown.visibleProperty());
    }
    return new StackPane(form, facts.root());
  }

  /** What is worth seeing of the selected document. */
  Node marks() {
    MarkIcons icons = new MarkIcons(true);
    desk.marksProperty().subscribe(icons::show);
    return icons;
  }

  /** Puts the properties away. */
  void showForm() {
    desk.facts().shownProperty().set(false);
  }

  private void toggleFacts() {
    boolean show = !desk.facts().shownProperty().get();
    desk.facts().shownProperty().set(show);
    if (show) {
      facts.focus();
    } else {
      panes.list().getChildrenUnmodifiable().stream()
          .filter(Node::isVisible)
          .findFirst()
          .ifPresent(list -> list.lookup(".rows").requestFocus());
    }
  }

  /** The documents that are checked out on this computer. */
  void showCheckOuts() {
    CheckOutView sheet =
        new CheckOutView(
            desk.checkOuts(),
            Messages.of(CheckOutView.class, messages.locale()),
            KeyNames.in(messages, EDIT),
            overlay::hide);
    overlay.show(sheet.root(), sheet::focus);
  }

  /** For the line at the bottom of the window. */
  Region status() {
    return new CheckOutStatusView(
            desk.checkOuts(),
            Messages.of(CheckOutView.class, messages.locale()),
            this::showCheckOuts)
        .root();
  }

  private static boolean isText(EventTarget target) {
    for (Node node = target instanceof Node hit ? hit : null;
        node != null;
        node = node.getParent()) {
      if (node instanceof TextInputControl) {
        return true;
      }
    }
    return false;
  }
}
