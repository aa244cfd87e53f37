package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.RowsView;
import org.kontor.ui.common.Theme;

/** What was done before the program was ended is taken back after the next start, by keys. */
@Tag("ui")
final class UndoAfterRestartTest {
  private static final String UNDO_PAGE = "undo";

  @TempDir Path folder;

  @Test
  void aBatchIsTakenBackDoneAgainAndListedAcrossStarts() throws Exception {
    List<String> page;
    Location.Container from;
    Location.Container to;
    ObjectId moved;
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      from = place.inside();
      to = desk.sibling(place);
      List<DmsObject.Document> documents = desk.documentsIn(from).subList(0, 2);
      moved = documents.getFirst().id();
      Dragged dragged = new Dragged.Objects(from, List.copyOf(documents));
      Location.Container target = to;
      desk.robot.interact(
          () -> desk.window.model().reception().desk().drop(dragged, target, false));
      desk.until(() -> desk.allDone(2));
      page = desk.notebook.page(UNDO_PAGE);
    }
    try (Desk desk = restarted(page)) {
      assertEquals(List.of(to), desk.locationsOf(moved));
      desk.chord(KeyCode.CONTROL, KeyCode.Z);
      desk.until(() -> !desk.outbox.entries().isEmpty() && allDone(desk));
      assertEquals(List.of(from), desk.locationsOf(moved));
      page = desk.notebook.page(UNDO_PAGE);
    }
    try (Desk desk = restarted(page)) {
      desk.chord(KeyCode.CONTROL, KeyCode.J);
      desk.until(() -> !actions(desk).rows().isEmpty());
      assertEquals(1, actions(desk).rows().size(), "what took it back is no action of its own");
      desk.picture("actions-restart-en-light");
      desk.robot.type(KeyCode.ESCAPE);
      desk.until(() -> !desk.window.view().overlay().isShown());
      desk.chord(KeyCode.CONTROL, KeyCode.Y);
      desk.until(() -> !desk.outbox.entries().isEmpty() && allDone(desk));
      assertEquals(List.of(to), desk.locationsOf(moved));
    }
  }

  private Desk restarted(List<String> page) throws Exception {
    return new Desk(
        folder, Locale.UK, Theme.Mode.LIGHT, (_, notebook) -> notebook.write(UNDO_PAGE, page));
  }

  private static boolean allDone(Desk desk) {
    return desk.allDone(desk.outbox.entries().size());
  }

  private static RowsView<?> actions(Desk desk) {
    RowsView<?> list = (RowsView<?>) desk.stage.getScene().lookup(".sheet .list-view");
    assertTrue(list != null);
    return list;
  }
}
