package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.dms.SendProgress;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldDefinition;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.Pending;
import org.kontor.ui.common.Theme;
import org.kontor.ui.contents.ContentsRow;

/** Without a network: accepted, shown where it will be, made when the server is back. */
@Tag("ui")
final class OfflineWindowTest {
  private static final String SERVER = "demo";

  @TempDir Path folder;

  @Test
  void whatIsDoneWithoutANetworkIsShownAtItsNewPlaceAndReplayed() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      MainViewModel model = desk.window.model();
      DmsObject.Container from = desk.firstContainerWithDocuments(desk.accounting());
      Location.Container to = desk.sibling(from);
      List<DmsObject.Document> documents = desk.documentsIn(from.inside());
      DmsObject.Document moved = documents.get(0);
      DmsObject.Document linked = documents.get(1);
      desk.fillTray();
      int before = desk.outbox.entries().size();
      DmsObject.Document scan =
          desk.direct().tray(org.kontor.dms.PageRequest.first(10)).items().getFirst();
      desk.robot.interact(() -> model.tree().select(to));
      desk.until(() -> model.tree().selected().get().location().equals(to));
      desk.until(() -> allRead(model));
      int there = model.contents().rows().size();

      desk.down = true;
      var dragged = new Dragged.Objects(from.inside(), List.of(moved));
      desk.robot.interact(() -> model.reception().desk().drop(dragged, to, false));
      desk.robot.interact(
          () ->
              model
                  .reception()
                  .desk()
                  .drop(new Dragged.Objects(from.inside(), List.of(linked)), to, true));
      desk.until(() -> model.contents().rows().size() == there + 2);
      assertTrue(
          model.contents().rows().stream().filter(OfflineWindowTest::isPending).count() >= 2);
      TypeId note = desk.schema().typeNamed("accountingNote").orElseThrow().id();
      Map<String, FieldValue> fields = Map.of("noteTitle", FieldValue.of("typed offline"));
      accept(desk, new Operation.AssignType(scan.id(), note, fields));
      desk.robot.interact(() -> model.selections().goToTray());
      desk.until(
          () ->
              model.tray().rows().stream()
                  .anyMatch(
                      row ->
                          row.pending() != Pending.NONE
                              && row.document()
                                  .map(DmsObject::id)
                                  .filter(scan.id()::equals)
                                  .isPresent()));
      desk.robot.type(KeyCode.F5);
      desk.until(() -> model.serverStateProperty().get() == ServerState.UNREACHABLE);
      assertTrue(
          desk.outbox.entries().stream()
              .limit(3)
              .allMatch(entry -> entry.state() == EntryState.WAITING),
          () -> desk.outbox.entries().toString());
      desk.picture("offline-tray");

      desk.down = false;
      desk.robot.type(KeyCode.F5);
      desk.until(() -> desk.allDone(before + 3));
      assertEquals(List.of(to), desk.locationsOf(moved.id()));
      assertEquals(Set.of(from.inside(), to), new HashSet<>(desk.locationsOf(linked.id())));
      assertEquals(
          Optional.of(note), ((DmsObject.Document) desk.direct().object(scan.id())).type());
    }
  }

  @Test
  void aConflictIsDecidedFieldByFieldOnItsCard() throws Exception {
    try (Desk desk = new Desk(folder, Locale.GERMANY, Theme.Mode.DARK)) {
      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      List<DmsObject.Document> documents = desk.documentsIn(place.inside());
      ObjectId first = changedByBoth(desk, documents.get(0));
      desk.until(() -> state(desk, first) == EntryState.REFUSED);

      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT5);
      openCard(desk);
      desk.picture("outbox-card-conflict-de-dark");
      RadioButton theirs =
          (RadioButton)
              desk.stage.getScene().lookup(".outbox-card").lookupAll(".radio-button").stream()
                  .filter(node -> ((RadioButton) node).getText().contains("theirs"))
                  .findFirst()
                  .orElseThrow();
      desk.robot.interact(theirs::fire);
      desk.robot.interact(theirs::requestFocus);
      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> state(desk, first) == EntryState.CANCELLED);
      assertEquals("theirs", text(desk, first));

      ObjectId second = changedByBoth(desk, documents.get(1));
      desk.until(() -> state(desk, second) == EntryState.REFUSED);
      openCard(desk);
      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> state(desk, second) == EntryState.DONE);
      assertEquals("mine", text(desk, second));
    }
  }

  /** Opens the card of what needs the person, by Enter on its row. */
  private static void openCard(Desk desk) throws Exception {
    ListView<?> list = (ListView<?>) desk.stage.getScene().lookup(".outbox-list");
    desk.until(
        () -> list.getItems().stream().anyMatch(row -> row.toString().contains("state=REFUSED")));
    desk.robot.interact(
        () -> {
          int at = 0;
          while (!list.getItems().get(at).toString().contains("state=REFUSED")) {
            at++;
          }
          list.getSelectionModel().clearAndSelect(at);
          list.requestFocus();
        });
    desk.robot.type(KeyCode.ENTER);
    assertTrue(
        desk.stage.getScene().getFocusOwner() instanceof RadioButton, "the card has the keys");
  }

  /** The person changes a field while another has changed it to something else. */
  private static ObjectId changedByBoth(Desk desk, DmsObject.Document document) throws Exception {
    desk.down = true;
    accept(desk, update(desk, document, "mine"));
    desk.direct().execute(List.of(update(desk, document, "theirs")), SendProgress.NONE);
    desk.down = false;
    desk.outbox.resume(SERVER);
    return document.id();
  }

  private static Operation.UpdateFields update(Desk desk, DmsObject.Document document, String text)
      throws Exception {
    TypeId type = document.type().orElseThrow();
    String field = field(desk, type);
    FieldValue before = document.fields().getOrDefault(field, FieldValue.empty());
    return new Operation.UpdateFields(
        document.id(), type, Map.of(field, FieldValue.of(text)), Map.of(field, before));
  }

  private static String field(Desk desk, TypeId type) throws Exception {
    return desk.schema().type(type).orElseThrow().fields().stream()
        .filter(it -> it.type() instanceof FieldType.Text && !it.key() && !it.required())
        .map(FieldDefinition::name)
        .findFirst()
        .orElseThrow();
  }

  private static String text(Desk desk, ObjectId id) throws Exception {
    DmsObject.Document document = (DmsObject.Document) desk.direct().object(id);
    FieldValue value = document.fields().get(field(desk, document.type().orElseThrow()));
    return value instanceof FieldValue.Single(String text) ? text : "";
  }

  private static void accept(Desk desk, Operation operation) throws Exception {
    desk.outbox.accept(SERVER, Lane.INTERACTIVE, List.of(new Draft("document", operation)));
  }

  private static EntryState state(Desk desk, ObjectId object) {
    return desk.outbox.entries().stream()
        .filter(
            entry ->
                entry.operation() instanceof Operation.OnObject change
                    && change.object().equals(object))
        .map(Entry::state)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isPending(ContentsRow row) {
    return switch (row) {
      case ContentsRow.Present present -> present.pending() != Pending.NONE;
      case ContentsRow.Coming coming -> coming.pending() != Pending.NONE;
      case ContentsRow.Loading _, ContentsRow.Failed _ -> false;
    };
  }

  private static boolean allRead(MainViewModel model) {
    return !model.contents().rows().isEmpty()
        && model.contents().rows().stream().noneMatch(ContentsRow.Loading.class::isInstance);
  }
}
