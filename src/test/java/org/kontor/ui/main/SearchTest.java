package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.dms.Operation;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectType;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.Lane;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.FilesToTake;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.common.Theme;
import org.kontor.ui.form.FormMode;
import org.kontor.ui.search.SearchRow;
import org.kontor.ui.search.SearchViewModel;

/** Finding something and going to where it lies, by keys, in the real window. */
@Tag("ui")
final class SearchTest {
  @TempDir Path folder;

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Locale.UK, Theme.Mode.LIGHT), Arguments.of(Locale.GERMANY, Theme.Mode.DARK));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void fromAWordToThePlace(Locale locale, Theme.Mode mode) throws Exception {
    String look = locale.getLanguage() + "-" + mode.name().toLowerCase(Locale.ROOT);
    try (Desk desk = new Desk(folder, locale, mode)) {
      MainViewModel model = desk.window.model();
      desk.until(() -> model.tray().emptiness().get().name().equals("NOTHING_THERE"));
      desk.chord(KeyCode.CONTROL, KeyCode.F);
      assertTrue(desk.stage.getScene().getFocusOwner() instanceof TextField);
      desk.picture("search-idle-" + look);

      desk.robot.write("qqzzqq", 0);
      desk.until(() -> state(model).equals("NOTHING"));
      desk.picture("search-nothing-" + look);
      desk.robot.type(KeyCode.ESCAPE);
      desk.until(() -> state(model).equals("IDLE"));

      desk.robot.write("papie", 0);
      desk.until(() -> state(model).equals("FOUND"));
      desk.robot.type(KeyCode.DOWN);
      desk.until(() -> model.form().modeProperty().get() == FormMode.FILED);
      desk.until(() -> !model.preview().busyProperty().get());
      desk.picture("search-words-" + look);
      DmsObject.Document hit =
          (DmsObject.Document) model.finding().search().selectedObjects().getFirst();
      ownChange(desk, hit, look);
      filesOfHits(desk);

      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> !model.inSearchProperty().get());
      desk.until(() -> isShown(model, hit));
      assertTrue(desk.locationsOf(hit.id()).contains(model.tree().selected().get().location()));

      byFields(desk, look);
      byLink(desk, hit, look);
      desk.robot.type(KeyCode.ESCAPE);
      desk.until(() -> !model.inSearchProperty().get());
    }
  }

  /** What is changed from here is seen at its hit at once, and read when it is done. */
  private static void ownChange(Desk desk, DmsObject.Document hit, String look) throws Exception {
    SearchViewModel search = desk.window.model().finding().search();
    RowsView<?> list = (RowsView<?>) desk.stage.getScene().getFocusOwner();
    int row = search.selection().lead();
    TypeId type = hit.type().orElseThrow();
    String name = desk.schema().type(type).flatMap(of -> textOf(of, hit)).orElseThrow();
    FieldValue before = hit.fields().get(name);
    FieldValue now = FieldValue.of("Neu geschrieben");
    desk.outbox.pause("demo", true);
    desk.outbox.accept(
        "demo",
        Lane.INTERACTIVE,
        List.of(
            new Draft(
                "Papier",
                new Operation.UpdateFields(
                    hit.id(), type, Map.of(name, now), Map.of(name, before)))));
    desk.until(() -> !pendingAt(search, row).isEmpty());
    desk.picture("search-pending-" + look);
    desk.outbox.pause("demo", false);
    desk.until(
        () ->
            search
                .currentProperty()
                .get()
                .filter(known -> now.equals(known.object().fields().get(name)))
                .isPresent());
    desk.until(() -> pendingAt(search, row).isEmpty());
    assertEquals(row, search.selection().lead(), "it is where it was");
    assertEquals(list, desk.stage.getScene().getFocusOwner());
  }

  @Test
  void hitsOfSeveralPlacesMoveTogetherAndGoBackTogether() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      MainViewModel model = desk.window.model();
      SearchViewModel search = model.finding().search();
      desk.chord(KeyCode.CONTROL, KeyCode.F);
      desk.robot.write("papie", 0);
      desk.until(() -> state(model).equals("FOUND"));
      desk.robot.type(KeyCode.DOWN);
      Map<Location.Container, Integer> apart = rowsApart(desk);
      List<Location.Container> places = List.copyOf(apart.keySet());
      int first = apart.get(places.getFirst());
      int second = apart.get(places.getLast());
      desk.robot.interact(
          () -> {
            search.selection().only(first);
            search.selection().add(second, second + 1, second);
          });
      desk.until(
          () ->
              search.carried().dragged().orElseThrow() instanceof Dragged.Scattered hits
                  && hits.found().stream().allMatch(hit -> hit.place().isPresent()));
      List<DmsObject> hits = search.selectedObjects();
      desk.chord(KeyCode.CONTROL, KeyCode.M);
      desk.until(() -> desk.window.view().overlay().isShown());
      desk.picture("move-hits-light-en");
      desk.robot.type(KeyCode.ESCAPE);
      if (desk.window.view().overlay().isShown()) {
        // The first one closed the places on offer.
        desk.robot.type(KeyCode.ESCAPE);
      }
      desk.until(() -> !desk.window.view().overlay().isShown());
      assertTrue(model.inSearchProperty().get());

      desk.chord(KeyCode.CONTROL, KeyCode.X);
      assertTrue(model.contents().cut().isPresent());
      DmsObject.Container like = (DmsObject.Container) desk.server.object(places.getFirst().id());
      Location.Container target = another(desk, like, places);
      desk.robot.interact(() -> model.finding().show(target.id()));
      desk.until(() -> model.tree().selected().get().location().equals(target));
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
      desk.chord(KeyCode.CONTROL, KeyCode.V);
      desk.picture("moved-hits-light-en");
      desk.until(() -> desk.allDone(2));
      for (DmsObject hit : hits) {
        assertEquals(List.of(target), desk.locationsOf(hit.id()));
      }
      assertEquals(1, desk.outbox.entries().stream().map(Entry::batch).distinct().count());
      desk.chord(KeyCode.CONTROL, KeyCode.Z);
      desk.until(() -> desk.allDone(4));
      Set<Location> back = new HashSet<>();
      for (DmsObject hit : hits) {
        back.addAll(desk.locationsOf(hit.id()));
      }
      assertEquals(apart.keySet(), back, "each to its own place");
    }
  }

  /** Rows of two documents that lie at one place each, in registers of one kind. */
  private static Map<Location.Container, Integer> rowsApart(Desk desk) throws Exception {
    SearchViewModel search = desk.window.model().finding().search();
    Map<Location.Container, Integer> rows = new LinkedHashMap<>();
    for (int row = 0; row < search.rows().size() && rows.size() < 2; row++) {
      if (search.rows().get(row) instanceof SearchRow.Found found) {
        List<Location> all = desk.locationsOf(found.hit().object().id());
        if (all.size() == 1
            && all.getFirst() instanceof Location.Container place
            && place.kind() == Kind.REGISTER
            && rows.keySet().stream().allMatch(other -> other.type().equals(place.type()))) {
          rows.putIfAbsent(place, row);
        }
      }
    }
    assertEquals(2, rows.size());
    return rows;
  }

  private static Location.Container another(
      Desk desk, DmsObject.Container like, List<Location.Container> taken) throws Exception {
    for (DmsObject.Container top :
        desk.server.folders(desk.accounting().folderType().id(), PageRequest.first(20)).items()) {
      for (DmsObject.Container register :
          desk.server.registers(top.inside(), PageRequest.first(20)).items()) {
        if (register.type().equals(like.type()) && !taken.contains(register.inside())) {
          return register.inside();
        }
      }
    }
    throw new AssertionError("the demo archive has too few registers");
  }

  /** A press on hits of different places has their files fetched, for other programs. */
  private static void filesOfHits(Desk desk) throws Exception {
    SearchViewModel search = desk.window.model().finding().search();
    int row = search.selection().lead();
    desk.robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 5).release(KeyCode.SHIFT);
    List<DmsObject> hits = search.selectedObjects();
    assertEquals(6, hits.size());
    Node label =
        desk.stage.getScene().getRoot().lookupAll(".search .row-graphic .label").stream()
            .filter(node -> node.isVisible() && node instanceof Label)
            .findFirst()
            .orElseThrow();
    FilesToTake files = desk.window.model().documents().filesToTake();
    Dragged dragged = search.carried().dragged().orElseThrow();
    assertTrue(dragged instanceof Dragged.Scattered, "they lie in different places");
    assertEquals(Optional.empty(), files.ready(dragged), "nothing was pressed yet");
    desk.robot.moveTo(label).press(MouseButton.PRIMARY);
    desk.until(() -> files.ready(dragged).isPresent());
    desk.robot.release(MouseButton.PRIMARY);
    assertTrue(files.ready(dragged).orElseThrow().size() >= hits.size());
    desk.robot.interact(() -> search.selection().only(row));
    desk.until(() -> desk.window.model().form().modeProperty().get() == FormMode.FILED);
  }

  private static String pendingAt(SearchViewModel search, int row) {
    return search.rows().get(row) instanceof SearchRow.Found found ? found.state() : "";
  }

  private static Optional<String> textOf(ObjectType type, DmsObject.Document hit) {
    return type.fields().stream()
        .filter(field -> field.type() instanceof FieldType.Text && !field.readOnly())
        .map(FieldDefinition::name)
        .filter(name -> !hit.fields().getOrDefault(name, FieldValue.empty()).isEmpty())
        .findFirst();
  }

  private static void byFields(Desk desk, String look) throws Exception {
    MainViewModel model = desk.window.model();
    desk.chord(KeyCode.CONTROL, KeyCode.F);
    desk.robot.type(KeyCode.DELETE);
    desk.until(() -> model.inSearchProperty().get());
    ComboBox<?> type = (ComboBox<?>) desk.stage.getScene().lookup(".search-type");
    desk.robot.interact(type::requestFocus);
    desk.robot.write(look.startsWith("de") ? "eing" : "supp", 0);
    desk.until(() -> state(model).equals("FOUND"));
    assertFalse(model.finding().search().rows().isEmpty());
    desk.picture("search-fields-" + look);
    assertEquals(0, model.finding().search().selection().count());
  }

  /** Copied in one place, followed from another. */
  private static void byLink(Desk desk, DmsObject.Document hit, String look) throws Exception {
    MainViewModel model = desk.window.model();
    desk.robot.interact(() -> model.finding().show(hit.id()));
    desk.until(() -> isShown(model, hit) && !model.inSearchProperty().get());
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
    desk.chord(KeyCode.CONTROL, KeyCode.C);
    desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
    desk.until(() -> model.inTrayProperty().get());
    desk.chord(KeyCode.CONTROL, KeyCode.G);
    assertTrue(desk.window.view().overlay().isShown());
    desk.robot.type(KeyCode.ESCAPE);
    desk.until(() -> !desk.window.view().overlay().isShown());
    assertTrue(model.inTrayProperty().get(), "cancel really cancels");
    desk.chord(KeyCode.CONTROL, KeyCode.G);
    desk.picture("go-to-" + look);
    desk.robot.type(KeyCode.ENTER);
    desk.until(() -> !desk.window.view().overlay().isShown());
    desk.until(() -> isShown(model, hit) && !model.inTrayProperty().get());
    desk.chord(KeyCode.CONTROL, KeyCode.F);
  }

  private static boolean isShown(MainViewModel model, DmsObject.Document document) {
    return model
        .contents()
        .current()
        .get()
        .map(DmsObject::id)
        .filter(document.id()::equals)
        .isPresent();
  }

  private static String state(MainViewModel model) {
    return model.finding().search().stateProperty().get().name();
  }
}
