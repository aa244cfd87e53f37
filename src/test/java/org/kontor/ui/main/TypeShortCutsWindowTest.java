package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.ui.common.Theme;

/** The letters that stand for types are changed in their sheet, in the real window. */
@Tag("ui")
final class TypeShortCutsWindowTest {
  private static final String PAGE = "types.short";

  @TempDir Path folder;

  @Test
  void cancelReallyCancelsAndSaveKeeps() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      open(desk);
      desk.robot.write("zz", 0);
      desk.robot.type(KeyCode.ESCAPE);
      assertFalse(desk.window.view().overlay().isShown());
      assertEquals(List.of(), desk.notebook.page(PAGE));

      open(desk);
      desk.robot.write("zy", 0);
      desk.robot.type(KeyCode.ENTER);
      assertFalse(desk.window.view().overlay().isShown());
      assertEquals(1, desk.notebook.page(PAGE).size());
      assertTrue(desk.notebook.page(PAGE).getFirst().startsWith("zy "));
    }
  }

  private static void open(Desk desk) {
    desk.robot.interact(
        () ->
            desk.stage.getScene().getRoot().lookupAll(".menu-button").stream()
                .map(MenuButton.class::cast)
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> "Short cuts of types …".equals(item.getText()))
                .findFirst()
                .ifPresent(MenuItem::fire));
    assertTrue(desk.window.view().overlay().isShown());
  }
}
