package org.kontor.ui.main;

import static org.kontor.ui.main.DocumentsWindowTest.button;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Lane;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.form.FormMode;

/** Leads through what is asked and told about a document in a container. */
final class SheetTour {
  private final Desk desk;
  private final Path folder;
  private final MainViewModel model;
  private final ScreenTour tour;

  /**
   * @param folder for files to be dropped
   */
  SheetTour(Desk desk, Path folder, ScreenTour tour) {
    this.desk = desk;
    this.folder = folder;
    this.tour = tour;
    model = desk.window.model();
  }

  void go() throws Exception {
    DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
    DmsObject.Document document = DocumentsWindowTest.select(desk, place);
    desk.until(() -> !model.preview().busyProperty().get());
    tour.stop("container");
    desk.robot.type(KeyCode.F2);
    tour.stop("container-edit");
    desk.robot.type(KeyCode.ESCAPE);
    menus();
    facts(place, document);
    sheets(place, document);
    several();
    conflict(place, document);
    newObjects();
    bin(place);
  }

  private void menus() throws Exception {
    tour.popup("list-menu", () -> menuOf(1));
    tour.popup("tree-menu", () -> menuOf(0));
  }

  /** Of the tree or the list, from the left. */
  private void menuOf(int pane) {
    // With large text in a small window one of the two is behind the other.
    desk.stage.getScene().getRoot().lookupAll(".rows").stream()
        .filter(node -> node.getParent().isVisible())
        .sorted(Comparator.comparingDouble(node -> node.localToScene(0, 0).getX()))
        .skip(pane)
        .findFirst()
        .ifPresent(this::askForMenu);
  }

  private void askForMenu(Node rows) {
    var at = rows.localToScreen(40, 40);
    rows.fireEvent(
        new ContextMenuEvent(
            ContextMenuEvent.CONTEXT_MENU_REQUESTED, 40, 40, at.getX(), at.getY(), false, null));
  }

  private void facts(DmsObject.Container place, DmsObject.Document document) throws Exception {
    desk.outbox.accept(
        "demo", Lane.INTERACTIVE, List.of(change(document, "Zur Prüfung vorgelegt", true)));
    desk.outbox.accept(
        "demo",
        Lane.INTERACTIVE,
        List.of(
            new Draft(
                "place",
                new Operation.AddLocation(
                    document.id(), document.type().orElseThrow(), desk.sibling(place)))));
    tour.sent();
    keysToList();
    desk.chord(KeyCode.ALT, KeyCode.ENTER);
    desk.until(() -> model.documents().facts().shownProperty().get());
    tour.stop("places");
    TabPane tabs = (TabPane) desk.stage.getScene().lookup(".facts .tab-pane");
    desk.robot.interact(() -> tabs.getSelectionModel().select(1));
    tour.stop("versions");
    desk.robot.interact(() -> tabs.getSelectionModel().select(2));
    tour.stop("history");
    keysToList();
    desk.chord(KeyCode.ALT, KeyCode.ENTER);
  }

  private void sheets(DmsObject.Container place, DmsObject.Document document) throws Exception {
    keysToList();
    desk.robot.type(KeyCode.DELETE);
    desk.until(() -> !button(desk, "delete.do").isDisabled());
    tour.sheet("delete");
    keysToList();
    desk.chord(KeyCode.CONTROL, KeyCode.M);
    tour.sheet("move-to");
    tour.hold(KeyCode.SHIFT, KeyCode.M);
    tour.sheet("add-location");
    tour.hold(KeyCode.ALT, KeyCode.M);
    tour.sheet("make-reference");
    tour.hold(KeyCode.SHIFT, KeyCode.R);
    desk.until(() -> !button(desk, "custody.release").isDisabled());
    tour.stop("custody");
    desk.robot.interact(() -> button(desk, "custody.release").fire());
    tour.sheet("custody-ask");
    pages();
    Path other = Files.writeString(folder.resolve("other.txt"), "another file");
    desk.robot.interact(
        () ->
            model
                .reception()
                .desk()
                .dropOnto(new Dragged.Files(List.of(other)), document, place.inside()));
    tour.sheet("replace-or-file");
    desk.chord(KeyCode.CONTROL, KeyCode.E);
    desk.until(() -> !desk.opened.isEmpty());
    Files.writeString(desk.opened.getFirst(), "written by some program");
    desk.until(() -> model.documents().checkOuts().needsYouProperty().get());
    desk.robot.interact(() -> button(desk, "checkout.status").fire());
    tour.stop("check-outs");
    desk.robot.interact(() -> button(desk, "checkout.discard").fire());
    tour.sheet("check-outs-discard");
  }

  private void pages() throws Exception {
    tour.hold(KeyCode.ALT, KeyCode.R);
    ListView<?> pages = (ListView<?>) desk.stage.getScene().lookup(".sheet .list-view");
    desk.until(() -> !pages.getItems().isEmpty());
    tour.sheet("pages");
  }

  private void several() throws Exception {
    keysToList();
    BitSet two = new BitSet();
    desk.robot.interact(
        () -> {
          int first = model.contents().selection().lead();
          two.set(first, first + 2);
          model.contents().selection().set(two, first);
        });
    desk.until(() -> model.form().titleProperty().get().startsWith("2"));
    desk.robot.type(KeyCode.F2);
    tour.stop("bulk-edit");
    desk.robot.type(KeyCode.ESCAPE);
  }

  private void conflict(DmsObject.Container place, DmsObject.Document document) throws Exception {
    DocumentsWindowTest.select(desk, place);
    desk.robot.type(KeyCode.F2);
    String label = freeText(document).label().in(tour.locale());
    TextInputControl control = tour.field(label);
    desk.robot.interact(control::requestFocus);
    desk.robot.interact(() -> control.setText("mine"));
    desk.outbox.accept(
        "demo", Lane.INTERACTIVE, List.of(change(document, "what somebody else wrote", false)));
    tour.sent();
    desk.chord(KeyCode.CONTROL, KeyCode.S);
    desk.until(() -> desk.stage.getScene().lookup(".form-conflict") != null);
    tour.stop("conflict");
    desk.robot.type(KeyCode.ESCAPE);
  }

  private void newObjects() throws Exception {
    tour.hold(KeyCode.SHIFT, KeyCode.N);
    desk.until(() -> model.form().modeProperty().get() == FormMode.NEW);
    tour.stop("new-folder");
    desk.robot.type(KeyCode.ESCAPE);
    keysToList();
  }

  private void bin(DmsObject.Container place) throws Exception {
    tour.hold(KeyCode.SHIFT, KeyCode.DELETE);
    tour.sheet("bin-empty");
    DmsObject.Document last = desk.documentsIn(place.inside()).getLast();
    desk.outbox.accept(
        "demo",
        Lane.INTERACTIVE,
        List.of(new Draft("x", new Operation.DeleteObject(last.id(), last.type(), false, false))));
    tour.sent();
    tour.hold(KeyCode.SHIFT, KeyCode.DELETE);
    RowsView<?> rows = (RowsView<?>) desk.stage.getScene().lookup(".sheet .rows");
    desk.until(() -> rows.rows().size() == 1);
    desk.robot.type(KeyCode.DOWN);
    tour.stop("bin");
    desk.robot.interact(rows::requestFocus);
    desk.robot.type(KeyCode.DELETE);
    tour.stop("bin-ask");
    desk.robot.interact(() -> button(desk, "bin.keep").fire());
    tour.leaveSheet();
  }

  private void keysToList() {
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
  }

  private Draft change(DmsObject.Document document, String text, boolean first) throws Exception {
    FieldDefinition field = freeText(document);
    FieldValue before =
        first
            ? document.fields().getOrDefault(field.name(), FieldValue.empty())
            : FieldValue.of("Zur Prüfung vorgelegt");
    return new Draft(
        "change",
        new Operation.UpdateFields(
            document.id(),
            document.type().orElseThrow(),
            Map.of(field.name(), FieldValue.of(text)),
            Map.of(field.name(), before)));
  }

  /** A field on the first page that may hold any text. */
  private FieldDefinition freeText(DmsObject.Document document) throws Exception {
    return desk.schema().type(document.type().orElseThrow()).orElseThrow().fields().stream()
        .filter(it -> it.type() instanceof FieldType.Text && !it.key() && !it.readOnly())
        .filter(it -> it.page().equals(Optional.empty()))
        .findFirst()
        .orElseThrow();
  }
}
