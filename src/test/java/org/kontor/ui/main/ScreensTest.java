package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.model.Cabinet;
import org.kontor.model.DmsObject;
import org.kontor.ui.common.Theme;
import org.kontor.ui.form.FormMode;
import org.kontor.ui.preview.PreviewState;
import org.kontor.ui.tray.TrayOrder;

/** Renders the main screens, so that people can look at them, and checks that they are there. */
@Tag("ui")
final class ScreensTest {
  @TempDir Path folder;

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Locale.UK, Theme.Mode.LIGHT),
        Arguments.of(Locale.UK, Theme.Mode.DARK),
        Arguments.of(Locale.GERMANY, Theme.Mode.LIGHT),
        Arguments.of(Locale.GERMANY, Theme.Mode.DARK));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void aDamagedJournalIsSaidUntilItIsPutAway(Locale locale, Theme.Mode mode) throws Exception {
    Path outbox = Files.createDirectories(folder.resolve("outbox"));
    Files.writeString(outbox.resolve("journal.db"), "this is not a database at all any more");
    try (Desk desk = new Desk(folder, locale, mode)) {
      desk.robot.interact(
          () -> {
            desk.stage.setWidth(960);
            desk.stage.setHeight(600);
          });
      Node notice = desk.stage.getScene().lookup(".journal-notice");
      Label sentence = (Label) notice.lookup(".label");
      assertTrue(sentence.getText().contains("damaged-"), sentence.getText());
      assertTrue(sentence.getHeight() >= sentence.prefHeight(sentence.getWidth()), "cut");
      desk.picture("damaged-" + locale.getLanguage() + "-" + mode.name().toLowerCase(Locale.ROOT));

      desk.robot.interact(() -> ((Button) notice.lookup(".button")).fire());
      assertFalse(notice.isVisible());
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void mainScreens(Locale locale, Theme.Mode mode) throws Exception {
    String look = locale.getLanguage() + "-" + mode.name().toLowerCase(Locale.ROOT);
    try (Desk desk = new Desk(folder, locale, mode)) {
      MainViewModel model = desk.window.model();
      desk.until(() -> model.tray().emptiness().get().name().equals("NOTHING_THERE"));
      desk.picture("empty-" + look);

      desk.fillTray();
      desk.robot.interact(() -> desk.selectInTray("Rechnung 2026-00417 Papier Klein.pdf"));
      desk.until(() -> model.preview().stateProperty().get() instanceof PreviewState.Page);
      desk.chord(KeyCode.CONTROL, KeyCode.T);
      desk.robot.write(locale.getLanguage().equals("de") ? "eing" : "supp", 0);
      desk.robot.type(KeyCode.ENTER);
      desk.picture("tray-" + look);
      assertThreeTabsFit(desk.stage.getScene());
      batchAndGroups(desk, look);

      Cabinet cabinet = desk.schema().cabinets().getFirst();
      DmsObject.Container first = desk.firstContainerWithDocuments(cabinet);
      desk.robot.interact(() -> model.tree().select(first.inside()));
      desk.until(() -> model.contents().rows().size() > 1);
      desk.robot.interact(() -> desk.selectFirstDocument());
      desk.until(() -> model.form().titleProperty().get().length() > 0);
      desk.until(() -> !model.preview().busyProperty().get());
      desk.picture("container-" + look);

      desk.robot.interact(() -> desk.window.upload(List.of(folder.resolve("verschwunden.pdf"))));
      desk.until(() -> model.form().modeProperty().get() == FormMode.NEW);
      desk.picture("new-" + look);
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
      desk.robot.interact(() -> desk.window.upload(List.of(folder.resolve("verschwunden.pdf"))));
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT5);
      desk.until(() -> model.sending().lineProperty().get().contains("1"));
      desk.picture("outbox-" + look);

      desk.robot.interact(
          () -> {
            desk.window.upload(List.of());
            desk.stage.setWidth(960);
            desk.stage.setHeight(600);
          });
      desk.stopServer();
      desk.robot.type(KeyCode.F5);
      desk.until(() -> model.serverStateProperty().get() == ServerState.UNREACHABLE);
      desk.picture("unreachable-" + look);
      desk.robot.type(KeyCode.ESCAPE);
      desk.picture("low-" + look);
      desk.robot.interact(
          () -> {
            desk.stage.setWidth(1280);
            desk.stage.setHeight(800);
          });

      desk.robot.type(KeyCode.F1);
      assertTrue(desk.window.view().overlay().isShown());
      desk.picture("keys-" + look);
      changeAKey(desk, look);
      desk.robot.type(KeyCode.ESCAPE);
      assertFalse(desk.window.view().overlay().isShown());

      desk.robot.interact(() -> desk.window.askToSignIn());
      desk.picture("sign-in-" + look);
    }
  }

  /** Two documents with one key value, under headings. */
  private static void batchAndGroups(Desk desk, String look) throws Exception {
    MainViewModel model = desk.window.model();
    desk.robot.interact(
        () -> {
          model.tray().order().set(model.tray().order().get().groupedBy(TrayOrder.Group.DAY));
          model.tray().selection().set(BitSet.valueOf(new long[] {0b110}), 1);
        });
    desk.chord(KeyCode.CONTROL, KeyCode.T);
    desk.robot.write(look.startsWith("de") ? "vertr" : "contr", 0);
    desk.robot.type(KeyCode.ENTER);
    desk.picture("several-" + look);
    desk.robot.interact(
        () -> {
          model.tray().order().set(model.tray().order().get().groupedBy(TrayOrder.Group.NONE));
          model.tray().selection().only(0);
        });
    assertTrue(desk.stage.getScene().getFocusOwner() instanceof TextField, "the keys stay");
    desk.chord(KeyCode.CONTROL, KeyCode.B);
    desk.picture("aside-" + look);
    desk.robot.interact(() -> model.tray().showingAside().set(true));
    desk.until(() -> model.tray().rows().size() == 1);
    desk.robot.interact(() -> model.tray().selection().only(0));
    desk.chord(KeyCode.CONTROL, KeyCode.B);
    desk.until(() -> model.tray().rows().size() == 5);
  }

  private static void changeAKey(Desk desk, String look) throws Exception {
    Node outbox =
        desk.stage.getScene().getRoot().lookupAll(".key-button").stream()
            .filter(node -> "key.outbox".equals(node.getId()))
            .findFirst()
            .orElseThrow();
    desk.robot.interact(((Button) outbox)::fire);
    desk.chord(KeyCode.CONTROL, KeyCode.L);
    desk.picture("keys-taken-" + look);
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT6);
    assertTrue(desk.notebook.page("keys").getFirst().startsWith("key.outbox "));
    desk.robot.type(KeyCode.ESCAPE);
    Node panel = desk.stage.getScene().lookup(".outbox-list");
    boolean before = panel.getParent().isVisible();
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT5);
    assertEquals(before, panel.getParent().isVisible(), "the old key is free");
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT6);
    assertEquals(!before, panel.getParent().isVisible());
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT6);
    desk.robot.type(KeyCode.F1);
  }

  private static void assertThreeTabsFit(Scene scene) {
    double menu = left(scene.lookup(".form-tabs .tab-down-button"));
    List<Node> tabs = List.copyOf(scene.getRoot().lookupAll(".form-tabs .tab"));
    assertTrue(tabs.size() > 3, "the type has more");
    for (Node tab : tabs.subList(0, 3)) {
      assertTrue(left(tab) + tab.getLayoutBounds().getWidth() <= menu, "cut off: " + tab);
    }
  }

  private static double left(Node node) {
    return node.localToScene(node.getLayoutBounds()).getMinX();
  }
}
