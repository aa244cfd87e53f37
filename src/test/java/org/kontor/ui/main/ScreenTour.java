package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.ui.common.Unexpected;
import org.kontor.ui.form.FormMode;
import org.kontor.ui.preview.Finder;
import org.kontor.ui.preview.PreviewState;

/** Leads through every screen and sheet of the main window, and what pops up from it. */
final class ScreenTour {
  /** What is done at each screen. */
  interface Stop {
    /**
     * @param popUp shows anew what has popped up, which keeps the colours that it was shown with;
     *     on the thread that draws the window
     */
    void at(String screen, Runnable popUp) throws Exception;
  }

  private final Desk desk;
  private final Path folder;
  private final MainViewModel model;
  private final Locale locale;
  private final boolean german;
  private final Stop stop;

  /**
   * @param folder for files to be dropped
   */
  ScreenTour(Desk desk, Path folder, Locale locale, Stop stop) {
    this.desk = desk;
    this.folder = folder;
    this.locale = locale;
    this.stop = stop;
    model = desk.window.model();
    german = locale.getLanguage().equals("de");
  }

  void go() throws Exception {
    desk.until(() -> model.tray().emptiness().get().name().equals("NOTHING_THERE"));
    stop("tray-empty");
    tray();
    duplicates();
    new SheetTour(desk, folder, this).go();
    search();
    outbox();
    sheets();
    troubles();
  }

  Locale locale() {
    return locale;
  }

  void stop(String screen) throws Exception {
    stop.at(screen, () -> {});
  }

  /** A sheet, which is left again: nothing is done then. */
  void sheet(String screen) throws Exception {
    List<EntryId> before = accepted();
    stop(screen);
    leaveSheet();
    assertEquals(before, accepted(), () -> screen + ": what was cancelled was done");
  }

  private List<EntryId> accepted() {
    return desk.outbox.entries().stream().map(Entry::id).toList();
  }

  /**
   * Something that pops up and is hidden again.
   *
   * @param show to be run on the thread that draws the window
   */
  void popup(String screen, Runnable show) throws Exception {
    Runnable anew =
        () -> {
          hidePopups();
          show.run();
        };
    desk.robot.interact(anew);
    stop.at(screen, anew);
    desk.robot.interact(this::hidePopups);
  }

  private void hidePopups() {
    Window.getWindows().stream()
        .filter(window -> !window.equals(desk.stage))
        .toList()
        .forEach(Window::hide);
  }

  /** By its way out, after that of what it may ask; by Escape where it has no button for it. */
  void leaveSheet() throws Exception {
    for (int layer = 0; layer < 2; layer++) {
      desk.stage.getScene().getRoot().lookupAll(".sheet .button").stream()
          .filter(node -> node instanceof Button button && button.isCancelButton())
          .findFirst()
          .ifPresent(button -> desk.robot.interact(((Button) button)::fire));
    }
    if (desk.window.view().overlay().isShown()) {
      desk.robot.type(KeyCode.ESCAPE);
    }
    desk.until(() -> !desk.window.view().overlay().isShown());
  }

  /** Ctrl, another key that is held, and a third. */
  void hold(KeyCode with, KeyCode key) {
    desk.robot.press(KeyCode.CONTROL, with, key).release(key, with, KeyCode.CONTROL);
  }

  /** The field of the form that has this name. */
  TextInputControl field(String label) {
    return desk.stage.getScene().getRoot().lookupAll(".text-input").stream()
        .map(TextInputControl.class::cast)
        .filter(it -> it.getAccessibleText() != null && it.getAccessibleText().startsWith(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no field " + label));
  }

  /** Waits until nothing is under way in the outbox. */
  void sent() throws Exception {
    desk.until(() -> desk.outbox.entries().stream().allMatch(entry -> entry.state().isOver()));
  }

  private void tray() throws Exception {
    desk.fillTray();
    desk.robot.interact(() -> desk.selectInTray("Rechnung 2026-00417 Papier Klein.pdf"));
    desk.until(() -> model.preview().stateProperty().get() instanceof PreviewState.Page);
    chooseType(german ? "eing" : "supp");
    desk.until(() -> model.form().modeProperty().get() == FormMode.TRAY);
    stop("tray");
    found();
    offers("type-offers", german ? "Typ" : "Type");
    offers("place-offers", german ? "Ort" : "Place");
    offers("calendar", german ? "Rechnungsdatum" : "Invoice date");
    popup("tray-order", () -> ((MenuButton) desk.stage.getScene().lookup(".tray-order")).show());
    desk.robot.interact(() -> model.form().submit());
    stop("tray-missing");
    desk.robot.interact(() -> model.tray().selection().set(BitSet.valueOf(new long[] {0b110}), 1));
    chooseType(german ? "vertr" : "contr");
    stop("tray-several");
    offers("tree-of-values", german ? "Vertragsart" : "Kind of contract");
    desk.robot.interact(() -> model.form().submit());
    desk.robot.interact(() -> desk.selectInTray("Angebot Meier.eml"));
    desk.until(() -> !model.preview().busyProperty().get());
    stop("tray-mail");
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
    desk.chord(KeyCode.CONTROL, KeyCode.B);
    desk.robot.interact(() -> model.tray().showingAside().set(true));
    desk.until(() -> model.tray().rows().size() == 1);
    stop("tray-aside");
    desk.robot.interact(() -> model.tray().selection().only(0));
    desk.chord(KeyCode.CONTROL, KeyCode.B);
    desk.until(() -> model.tray().rows().size() == 5);
  }

  /** What is looked for in the document. */
  private void found() throws Exception {
    Finder finder = model.preview().finder();
    hold(KeyCode.SHIFT, KeyCode.F);
    desk.robot.write("eur", 0);
    desk.until(() -> finder.saidProperty().get().endsWith("3"));
    desk.robot.interact(finder::previous);
    stop.at("find", desk.window.view()::find);
    desk.robot.type(KeyCode.ESCAPE);
  }

  private void chooseType(String letters) {
    desk.chord(KeyCode.CONTROL, KeyCode.T);
    desk.robot.write(letters, 0);
    desk.robot.type(KeyCode.ENTER);
  }

  /** What a field offers when its key is pressed. */
  private void offers(String screen, String field) throws Exception {
    popup(
        screen,
        () -> {
          TextInputControl control = field(field);
          control.requestFocus();
          control.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F4, false, false, false, false));
        });
  }

  /** The same file once more. */
  private void duplicates() throws Exception {
    Path letter = Files.writeString(folder.resolve("Brief an Meier.txt"), "the same");
    desk.robot.interact(() -> desk.window.upload(List.of(letter)));
    sent();
    desk.robot.interact(() -> desk.window.upload(List.of(letter)));
    desk.until(() -> model.reception().duplicates().open().size() == 1);
    hold(KeyCode.SHIFT, KeyCode.D);
    stop("duplicates");
    hold(KeyCode.SHIFT, KeyCode.D);
    desk.robot.type(KeyCode.DELETE);
    desk.until(() -> model.reception().duplicates().open().isEmpty());
  }

  private void search() throws Exception {
    desk.chord(KeyCode.CONTROL, KeyCode.F);
    stop("search-idle");
    desk.robot.write("papie", 0);
    desk.until(() -> model.finding().search().stateProperty().get().name().equals("FOUND"));
    desk.robot.type(KeyCode.DOWN);
    desk.until(() -> model.form().modeProperty().get() == FormMode.FILED);
    stop("search-hits");
    desk.chord(KeyCode.CONTROL, KeyCode.F);
    desk.robot.type(KeyCode.DELETE);
    ComboBox<?> type = (ComboBox<?>) desk.stage.getScene().lookup(".search-type");
    desk.robot.interact(type::requestFocus);
    desk.robot.write(german ? "eing" : "supp", 0);
    desk.until(() -> model.finding().search().stateProperty().get().name().equals("FOUND"));
    stop("search-form");
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
  }

  private void outbox() throws Exception {
    DmsObject.Document document =
        desk.documentsIn(desk.firstContainerWithDocuments(desk.accounting()).inside()).getFirst();
    // A change on top of another one that the server no longer has: it ends with the person.
    desk.outbox.accept(
        "demo",
        Lane.INTERACTIVE,
        List.of(
            new Draft(
                "change",
                new Operation.UpdateFields(
                    document.id(),
                    document.type().orElseThrow(),
                    Map.of("remark", FieldValue.of("mine")),
                    Map.of("remark", FieldValue.of("what nobody wrote"))))));
    desk.robot.interact(
        () -> desk.window.upload(List.of(Path.of("does", "not", "exist", "verschwunden.pdf"))));
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT5);
    desk.until(
        () ->
            desk.outbox.entries().stream()
                .anyMatch(
                    entry ->
                        entry.state() == EntryState.REFUSED
                            || entry.state() == EntryState.UNRESOLVED));
    stop("outbox");
    desk.robot.type(KeyCode.ENTER);
    stop("outbox-card");
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT5);
  }

  private void sheets() throws Exception {
    desk.robot.type(KeyCode.F1);
    sheet("keys");
    new CertificateTour(desk, this).settings();
    Unexpected failure = Unexpected.of(new IllegalStateException("tour"), "1.0");
    desk.robot.interact(() -> desk.window.tell(failure, () -> {}));
    sheet("unexpected");
    desk.chord(KeyCode.CONTROL, KeyCode.G);
    desk.robot.write("nonsense", 0);
    desk.robot.type(KeyCode.ENTER);
    sheet("go-to");
    desk.chord(KeyCode.CONTROL, KeyCode.K);
    desk.robot.write(german ? "ab" : "in", 0);
    sheet("jump");
    desk.chord(KeyCode.CONTROL, KeyCode.J);
    sheet("actions");
    hold(KeyCode.SHIFT, KeyCode.O);
    sheet("check-outs-other");
    popup("menu", () -> ((MenuButton) desk.stage.getScene().lookup(".menu-button.more")).show());
    popup("server-menu", () -> ((MenuButton) desk.stage.getScene().lookup(".server")).show());
    desk.robot.interact(() -> desk.window.view().showShortCuts());
    sheet("letters");
  }

  private void troubles() throws Exception {
    desk.robot.interact(() -> desk.window.tell("A damaged journal was put aside in damaged-1."));
    desk.stopServer();
    desk.robot.type(KeyCode.F5);
    desk.until(() -> model.serverStateProperty().get() == ServerState.UNREACHABLE);
    stop("unreachable");
    desk.robot.interact(() -> desk.window.askToSignIn());
    stop("sign-in");
    new CertificateTour(desk, this).questions();
  }
}
