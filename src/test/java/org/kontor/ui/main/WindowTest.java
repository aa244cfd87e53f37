package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.outbox.EntryState;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.Theme;
import org.kontor.ui.form.FormMode;

/** Moves, undo, new documents in a container and a lost session, in the real window. */
@Tag("ui")
final class WindowTest {
  @TempDir Path folder;

  @Test
  void aCaseworkersErrands() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT);
        FxWatch watch = new FxWatch()) {
      moveAndUndo(desk);
      newDocumentsInAContainer(desk, "letters");
      watch.beginAnew();
      moveAndUndo(desk);
      newDocumentsInAContainer(desk, "more letters");
      watch.assertNeverHeldLong();
      sessionLostAndRenewed(desk);
    }
  }

  private static void moveAndUndo(Desk desk) throws Exception {
    int entries = desk.outbox.entries().size();
    DmsObject.Container from = desk.firstContainerWithDocuments(desk.accounting());
    Location.Container to = desk.sibling(from);
    DmsObject.Document moved = desk.documentsIn(from.inside()).getFirst();
    desk.robot.interact(
        () ->
            desk.window
                .model()
                .reception()
                .desk()
                .drop(new Dragged.Objects(from.inside(), List.of(moved)), to, false));
    desk.until(() -> desk.allDone(entries + 1));
    assertEquals(List.of(to), desk.locationsOf(moved.id()));

    desk.chord(KeyCode.CONTROL, KeyCode.Z);
    desk.until(() -> desk.allDone(entries + 2));
    assertEquals(List.of(from.inside()), desk.locationsOf(moved.id()));
  }

  private void newDocumentsInAContainer(Desk desk, String name) throws Exception {
    MainViewModel model = desk.window.model();
    int entries = desk.outbox.entries().size();
    Location.Container place = desk.firstContainerWithDocuments(desk.accounting()).inside();
    int before = desk.documentsIn(place).size();
    Path letters = Files.createDirectories(folder.resolve(name));
    Files.writeString(letters.resolve("one.txt"), name);
    Files.createFile(letters.resolve("empty.txt"));
    desk.robot.interact(() -> model.tree().select(place));
    desk.until(() -> model.tree().selected().get().location().equals(place));

    desk.robot.interact(() -> desk.window.upload(List.of(letters)));
    desk.until(() -> model.form().modeProperty().get() == FormMode.NEW);
    desk.robot.write("file n", 0);
    desk.robot.type(KeyCode.ENTER);
    desk.robot.write("Letters", 0);
    desk.chord(KeyCode.CONTROL, KeyCode.ENTER);

    desk.until(() -> desk.allDone(entries + 2));
    assertEquals(before + 2, desk.documentsIn(place).size());
  }

  private static void sessionLostAndRenewed(Desk desk) throws Exception {
    MainViewModel model = desk.window.model();
    desk.loseSession();
    desk.robot.type(KeyCode.F5);
    desk.until(() -> desk.window.view().overlay().isShown());
    assertTrue(desk.stage.getScene().getFocusOwner() instanceof PasswordField);

    desk.robot.write("geheim", 0);
    desk.robot.type(KeyCode.ENTER);
    desk.until(() -> !desk.window.view().overlay().isShown());
    desk.until(() -> model.tray().failure().get().isEmpty());
    assertEquals(ServerState.REACHED, model.serverStateProperty().get());
    assertFalse(desk.outbox.entries().stream().anyMatch(entry -> entry.state() != EntryState.DONE));
  }
}
