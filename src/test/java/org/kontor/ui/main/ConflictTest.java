package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldType;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectType;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.ui.common.Theme;

/** Two people change one field; the later one sees both values and decides, in the real window. */
@Tag("ui")
final class ConflictTest {
  @TempDir Path folder;

  @Test
  void bothValuesAreShownAndMineCanBeWrittenOverTheirs() throws Exception {
    try (Desk desk = new Desk(folder, Locale.GERMANY, Theme.Mode.LIGHT)) {
      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      DmsObject.Document document = desk.documentsIn(place.inside()).getFirst();
      ObjectType type = document.type().flatMap(desk.schema()::type).orElseThrow();
      String field =
          type.fields().stream()
              .filter(one -> one.type() instanceof FieldType.Text)
              .filter(one -> !one.readOnly() && !one.key())
              .findFirst()
              .orElseThrow()
              .name();
      Operation stale =
          new Operation.UpdateFields(
              document.id(),
              type.id(),
              Map.of(field, FieldValue.of("meins")),
              Map.of(field, FieldValue.of("was früher da stand")));
      desk.outbox.accept("demo", Lane.INTERACTIVE, List.of(new Draft("Beleg", stale)));
      desk.until(() -> only(desk).filter(entry -> entry.state().needsPerson()).isPresent());
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT5);
      desk.until(() -> desk.window.model().sending().lineProperty().get().contains("1"));
      ListView<?> list = (ListView<?>) desk.stage.getScene().lookup(".outbox-list");
      desk.until(() -> !list.getItems().isEmpty());
      desk.robot.interact(() -> list.getSelectionModel().selectFirst());
      desk.picture("conflict-de-light");

      MenuItem mine =
          list.getContextMenu().getItems().stream()
              .filter(item -> item.getText().startsWith("Meine Werte"))
              .findFirst()
              .orElseThrow();
      desk.robot.interact(mine::fire);
      desk.until(() -> only(desk).filter(entry -> entry.state() == EntryState.DONE).isPresent());
      DmsObject.Document now =
          desk.documentsIn(place.inside()).stream()
              .filter(one -> one.id().equals(document.id()))
              .findFirst()
              .orElseThrow();
      assertEquals(FieldValue.of("meins"), now.fields().get(field));
      assertTrue(desk.outbox.entries().size() == 1, "one entry, decided");
    }
  }

  private static Optional<Entry> only(Desk desk) {
    return desk.outbox.entries().stream().findFirst();
  }
}
