package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.ui.main.DocumentsWindowTest.button;
import static org.kontor.ui.main.DocumentsWindowTest.isPossible;
import static org.kontor.ui.main.DocumentsWindowTest.look;
import static org.kontor.ui.main.DocumentsWindowTest.select;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.outbox.Entry;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;
import org.kontor.ui.facts.FactsView;
import org.kontor.ui.form.FormMode;

/** Further locations, reference documents, and what rows say about them, in the real window. */
@Tag("ui")
final class LocationsWindowTest {
  @TempDir Path folder;

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Locale.UK, Theme.Mode.LIGHT), Arguments.of(Locale.GERMANY, Theme.Mode.DARK));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void aFurtherLocationIsAddedListedAndTakenAway(Locale locale, Theme.Mode mode) throws Exception {
    try (Desk desk = new Desk(folder, locale, mode)) {
      DmsObject.Container first = desk.firstContainerWithDocuments(desk.accounting());
      Location.Container second = desk.sibling(first);
      MainViewModel model = desk.window.model();
      desk.robot.interact(() -> model.tree().select(second));
      desk.until(() -> model.tree().selected().get().location().equals(second));
      desk.robot.interact(model.navigation()::toggleFavourite);
      DmsObject.Document document = select(desk, first);

      hold(desk, KeyCode.SHIFT, KeyCode.M);
      assertTrue(desk.window.view().overlay().isShown());
      desk.robot.type(KeyCode.ESCAPE);
      desk.robot.type(KeyCode.ESCAPE);
      desk.until(() -> !desk.window.view().overlay().isShown());
      assertTrue(desk.outbox.entries().isEmpty(), "cancel really cancels");

      hold(desk, KeyCode.SHIFT, KeyCode.M);
      desk.robot.type(KeyCode.ENTER);
      desk.picture("add-location-" + look(locale, mode));
      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> desk.allDone(1));
      assertEquals(Set.of(first.inside(), second), Set.copyOf(desk.locationsOf(document.id())));
      desk.until(() -> spokenBySelected(desk).contains(" 2 "));

      desk.chord(KeyCode.ALT, KeyCode.ENTER);
      ListView<?> places = (ListView<?>) desk.stage.getScene().lookup(".facts .places");
      desk.until(() -> places.getItems().size() == 2);
      desk.picture("places-" + look(locale, mode));
      tabsAreWholeOrNotThere(desk);
      desk.robot.interact(() -> places.getSelectionModel().select(1));
      desk.until(() -> isPossible(desk, "places.remove"));
      desk.robot.interact(() -> button(desk, "places.remove").fire());
      desk.until(() -> desk.allDone(2));
      assertEquals(1, desk.locationsOf(document.id()).size());
      desk.until(() -> places.getItems().size() == 1);
      desk.robot.interact(() -> places.getSelectionModel().select(0));
      assertFalse(isPossible(desk, "places.remove"), "never the last");
      assertEquals(
          Messages.of(FactsView.class, locale).get("places.last"),
          button(desk, "places.remove").getAccessibleHelp());
      desk.picture("places-last-" + look(locale, mode));

      desk.chord(KeyCode.CONTROL, KeyCode.Z);
      desk.until(() -> desk.allDone(3));
      assertEquals(2, desk.locationsOf(document.id()).size());
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void whatWasCopiedLiesHereTooAndCanBeReferredTo(Locale locale, Theme.Mode mode) throws Exception {
    try (Desk desk = new Desk(folder, locale, mode)) {
      MainViewModel model = desk.window.model();
      DmsObject.Container first = desk.firstContainerWithDocuments(desk.accounting());
      Location.Container second = desk.sibling(first);
      DmsObject.Document document = select(desk, first);
      desk.chord(KeyCode.CONTROL, KeyCode.C);
      desk.robot.interact(() -> model.tree().select(second));
      desk.until(
          () ->
              model
                  .contents()
                  .place()
                  .get()
                  .filter(at -> at.location().equals(second))
                  .isPresent());
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
      desk.chord(KeyCode.CONTROL, KeyCode.V);
      desk.until(() -> desk.allDone(1));
      assertEquals(2, desk.locationsOf(document.id()).size());

      hold(desk, KeyCode.ALT, KeyCode.V);
      desk.until(() -> model.form().modeProperty().get() == FormMode.NEW);
      desk.picture("reference-" + look(locale, mode));
      desk.robot.type(KeyCode.ESCAPE);
      assertEquals(FormMode.FILED, model.form().modeProperty().get());
      assertEquals(1, desk.outbox.entries().size(), "cancel really cancels");

      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
      hold(desk, KeyCode.ALT, KeyCode.V);
      desk.until(() -> model.form().modeProperty().get() == FormMode.NEW);
      desk.robot.write("R-2026-1", 0);
      assertEquals(
          "R-2026-1", ((TextField) desk.stage.getScene().getFocusOwner()).getText(), "no v");
      desk.chord(KeyCode.CONTROL, KeyCode.ENTER);
      desk.until(() -> desk.outbox.entries().size() == 2);
      desk.until(() -> desk.allDone(2));
      Entry made =
          desk.outbox.entries().stream()
              .filter(entry -> entry.operation() instanceof Operation.InsertReference)
              .findFirst()
              .orElseThrow();

      desk.robot.interact(() -> model.finding().show(made.receipt().orElseThrow().object()));
      desk.until(() -> model.documents().selected().document().isPresent());
      desk.until(
          () ->
              spokenBySelected(desk).contains(locale.equals(Locale.UK) ? "reference" : "Verweis"));
      desk.chord(KeyCode.ALT, KeyCode.ENTER);
      ListView<?> related = (ListView<?>) desk.stage.getScene().lookup(".facts .related");
      desk.until(() -> related.getItems().size() == 1);
      desk.picture("references-" + look(locale, mode));
      desk.robot.interact(() -> related.getSelectionModel().select(0));
      desk.robot.interact(() -> button(desk, "related.open").fire());
      desk.until(
          () ->
              model
                  .documents()
                  .selected()
                  .document()
                  .filter(shown -> shown.id().equals(document.id()))
                  .isPresent());
      assertTrue(isPossible(desk, "related.make"));
    }
  }

  private static void hold(Desk desk, KeyCode with, KeyCode key) {
    desk.robot.press(KeyCode.CONTROL, with, key).release(key, with, KeyCode.CONTROL);
  }

  /** What a screen reader says of the row that is selected. */
  private static String spokenBySelected(Desk desk) {
    for (Node cell : desk.stage.getScene().getRoot().lookupAll(".list-cell:selected")) {
      if (cell.getAccessibleText() != null && cell.localToScene(0, 0).getX() > 200) {
        return cell.getAccessibleText();
      }
    }
    return "";
  }

  private static void tabsAreWholeOrNotThere(Desk desk) {
    Node headers = desk.stage.getScene().lookup(".facts .headers-region");
    Bounds room = headers.localToScene(headers.getClip().getBoundsInParent());
    List<Node> shown =
        headers.lookupAll(".tab").stream().filter(tab -> tab.getOpacity() > 0).toList();
    assertFalse(shown.isEmpty());
    for (Node tab : shown) {
      assertTrue(
          tab.localToScene(tab.getLayoutBounds()).getMaxX() <= room.getMaxX() + 1, "cut: " + tab);
    }
  }
}
