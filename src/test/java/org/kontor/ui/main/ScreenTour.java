package org.kontor.ui.main;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.outbox.Draft;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.ui.common.Unexpected;
import org.kontor.ui.form.FormMode;
import org.kontor.ui.preview.PreviewState;

/** Leads through every screen and sheet of the main window. */
final class ScreenTour {
  /** What is done at each screen. */
  interface Stop {
    void at(String screen) throws Exception;
  }

  private final Desk desk;
  private final MainViewModel model;
  private final boolean german;
  private final Stop stop;

  ScreenTour(Desk desk, Locale locale, Stop stop) {
    this.desk = desk;
    this.stop = stop;
    model = desk.window.model();
    german = locale.getLanguage().equals("de");
  }

  void go() throws Exception {
    desk.until(() -> model.tray().emptiness().get().name().equals("NOTHING_THERE"));
    stop.at("tray-empty");
    tray();
    container();
    search();
    outbox();
    sheets();
    troubles();
  }

  private void tray() throws Exception {
    desk.fillTray();
    desk.robot.interact(() -> desk.selectInTray("Rechnung 2026-00417 Papier Klein.pdf"));
    desk.until(() -> model.preview().stateProperty().get() instanceof PreviewState.Page);
    desk.chord(KeyCode.CONTROL, KeyCode.T);
    desk.robot.write(german ? "eing" : "supp", 0);
    desk.robot.type(KeyCode.ENTER);
    desk.until(() -> model.form().modeProperty().get() == FormMode.TRAY);
    stop.at("tray");
    desk.robot.interact(() -> model.form().submit());
    stop.at("tray-missing");
    desk.robot.interact(() -> model.tray().selection().set(BitSet.valueOf(new long[] {0b110}), 1));
    desk.chord(KeyCode.CONTROL, KeyCode.T);
    desk.robot.write(german ? "vertr" : "contr", 0);
    desk.robot.type(KeyCode.ENTER);
    stop.at("tray-several");
    desk.robot.interact(() -> desk.selectInTray("Angebot Meier.eml"));
    desk.until(() -> !model.preview().busyProperty().get());
    stop.at("tray-mail");
  }

  private void container() throws Exception {
    DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
    DmsObject.Document document = DocumentsWindowTest.select(desk, place);
    desk.until(() -> !model.preview().busyProperty().get());
    stop.at("container");
    desk.robot.type(KeyCode.F2);
    stop.at("container-edit");
    desk.robot.type(KeyCode.ESCAPE);
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.chord(KeyCode.ALT, KeyCode.ENTER);
    desk.until(() -> model.documents().facts().shownProperty().get());
    stop.at("versions");
    TabPane tabs = (TabPane) desk.stage.getScene().lookup(".facts .tab-pane");
    desk.robot.interact(() -> tabs.getSelectionModel().select(1));
    stop.at("history");
    desk.chord(KeyCode.ALT, KeyCode.ENTER);
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.robot.type(KeyCode.DELETE);
    desk.until(() -> !DocumentsWindowTest.button(desk, "delete.do").isDisabled());
    stop.at("delete");
    desk.robot.type(KeyCode.ESCAPE);
    desk.chord(KeyCode.CONTROL, KeyCode.M);
    stop.at("move-to");
    leaveSheet();
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
  }

  private void search() throws Exception {
    desk.chord(KeyCode.CONTROL, KeyCode.F);
    stop.at("search-idle");
    desk.robot.write("papie", 0);
    desk.until(() -> model.finding().search().stateProperty().get().name().equals("FOUND"));
    desk.robot.type(KeyCode.DOWN);
    desk.until(() -> model.form().modeProperty().get() == FormMode.DOCUMENT);
    stop.at("search-hits");
    desk.chord(KeyCode.CONTROL, KeyCode.F);
    desk.robot.type(KeyCode.DELETE);
    ComboBox<?> type = (ComboBox<?>) desk.stage.getScene().lookup(".search-type");
    desk.robot.interact(type::requestFocus);
    desk.robot.write(german ? "eing" : "supp", 0);
    desk.until(() -> model.finding().search().stateProperty().get().name().equals("FOUND"));
    stop.at("search-form");
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
  }

  private void outbox() throws Exception {
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
    stop.at("outbox");
    desk.robot.type(KeyCode.ENTER);
    stop.at("outbox-card");
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT5);
  }

  private void sheets() throws Exception {
    desk.robot.type(KeyCode.F1);
    stop.at("keys");
    leaveSheet();
    desk.chord(KeyCode.CONTROL, KeyCode.COMMA);
    stop.at("settings");
    leaveSheet();
    Unexpected failure = Unexpected.of(new IllegalStateException("tour"), "1.0");
    desk.robot.interact(() -> desk.window.tell(failure, () -> {}));
    stop.at("unexpected");
    leaveSheet();
    desk.chord(KeyCode.CONTROL, KeyCode.G);
    stop.at("go-to");
    leaveSheet();
    desk.chord(KeyCode.CONTROL, KeyCode.J);
    stop.at("actions");
    leaveSheet();
    robotShift(KeyCode.CONTROL, KeyCode.O);
    stop.at("check-outs");
    leaveSheet();
    MenuButton menu = (MenuButton) desk.stage.getScene().lookup(".menu-button.more");
    desk.robot.interact(menu::show);
    stop.at("menu");
    desk.robot.interact(menu::hide);
    desk.robot.interact(() -> desk.window.view().showShortCuts());
    stop.at("letters");
    leaveSheet();
  }

  private void troubles() throws Exception {
    desk.stopServer();
    desk.robot.type(KeyCode.F5);
    desk.until(() -> model.serverStateProperty().get() == ServerState.UNREACHABLE);
    stop.at("unreachable");
    desk.robot.interact(() -> desk.window.askToSignIn());
    stop.at("sign-in");
  }

  private void leaveSheet() throws Exception {
    for (Node node : desk.stage.getScene().getRoot().lookupAll(".sheet .button")) {
      if (node instanceof Button button && button.isCancelButton()) {
        desk.robot.interact(button::fire);
      }
    }
    desk.until(() -> !desk.window.view().overlay().isShown());
  }

  private void robotShift(KeyCode held, KeyCode key) {
    desk.robot.press(held, KeyCode.SHIFT, key).release(key, KeyCode.SHIFT, held);
  }
}
