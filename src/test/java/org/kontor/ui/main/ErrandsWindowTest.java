package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.ui.main.DocumentsWindowTest.button;
import static org.kontor.ui.main.DocumentsWindowTest.look;
import static org.kontor.ui.main.DocumentsWindowTest.select;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.Theme;
import org.kontor.ui.form.FormMode;

/** New places, favourites, files that leave and come, retention; by keys in the real window. */
@Tag("ui")
final class ErrandsWindowTest {
  @TempDir Path folder;

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Locale.UK, Theme.Mode.LIGHT), Arguments.of(Locale.GERMANY, Theme.Mode.DARK));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void foldersAndRegistersAreMade(Locale locale, Theme.Mode mode) throws Exception {
    try (Desk desk = new Desk(folder, locale, mode)) {
      MainViewModel model = desk.window.model();
      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      desk.robot.interact(() -> model.tree().select(place.inside()));
      desk.until(() -> model.tree().selected().get().location().equals(place.inside()));
      desk.chord(KeyCode.CONTROL, KeyCode.D);
      Location.Container above =
          (Location.Container) model.tree().above().get().getLast().location();

      desk.robot.interact(() -> model.tree().select(above));
      desk.until(() -> model.tree().selected().get().location().equals(above));
      desk.chord(KeyCode.CONTROL, KeyCode.N);
      desk.until(() -> model.form().modeProperty().get() == FormMode.NEW);
      desk.robot.type(KeyCode.ESCAPE);
      desk.until(() -> model.form().modeProperty().get() == FormMode.FILED);
      assertTrue(desk.outbox.entries().isEmpty(), "cancel really cancels");

      desk.chord(KeyCode.CONTROL, KeyCode.N);
      desk.until(() -> desk.stage.getScene().getFocusOwner() instanceof TextField);
      desk.robot.write(locale.equals(Locale.UK) ? "fiscal" : "geschäftsj", 0);
      desk.robot.type(KeyCode.ENTER);
      desk.robot.write("2031", 0);
      desk.picture("new-register-" + look(locale, mode));
      desk.chord(KeyCode.CONTROL, KeyCode.ENTER);
      desk.until(() -> desk.allDone(1));
      Operation.Insert made =
          assertInstanceOf(Operation.Insert.class, desk.outbox.entries().getFirst().operation());
      assertEquals(above, made.target());

      desk.robot
          .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N)
          .release(KeyCode.N, KeyCode.SHIFT, KeyCode.CONTROL);
      desk.until(() -> model.form().modeProperty().get() == FormMode.NEW);
      desk.picture("new-folder-" + look(locale, mode));
      assertTrue(model.form().titleProperty().get().length() > 0);
      desk.robot.type(KeyCode.ESCAPE);
      assertEquals(1, desk.outbox.entries().size(), "cancel really cancels");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void filesAreSavedAndReplaced(Locale locale, Theme.Mode mode) throws Exception {
    try (Desk desk = new Desk(folder, locale, mode)) {
      MainViewModel model = desk.window.model();
      DmsObject.Container place = desk.firstContainerWithDocuments(desk.accounting());
      DmsObject.Document document = select(desk, place);
      Path target = Files.createDirectories(folder.resolve("saved"));
      shiftControl(desk, KeyCode.S);
      desk.choice = Optional.of(target);
      shiftControl(desk, KeyCode.S);
      desk.until(() -> names(target).size() == 1 && !names(target).getFirst().startsWith("."));
      BitSet all = new BitSet();
      all.set(1, 3);
      desk.robot.interact(() -> model.contents().selection().set(all, 1));
      shiftControl(desk, KeyCode.S);
      desk.until(() -> names(target).stream().filter(name -> !name.startsWith(".")).count() == 3);
      assertTrue(desk.outbox.entries().isEmpty(), "nothing is changed on the server");

      Path other = Files.writeString(folder.resolve("other.txt"), "another file");
      desk.robot.interact(
          () -> {
            model.contents().selection().only(1);
            model
                .reception()
                .desk()
                .dropOnto(new Dragged.Files(List.of(other)), document, place.inside());
          });
      assertTrue(desk.window.view().overlay().isShown(), "asked first");
      desk.picture("onto-" + look(locale, mode));
      desk.robot.type(KeyCode.ESCAPE);
      assertFalse(desk.window.view().overlay().isShown());
      assertTrue(desk.outbox.entries().isEmpty(), "cancel really cancels");

      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
      double before = width(desk);
      desk.robot.type(KeyCode.SPACE);
      assertTrue(width(desk) > before + 300, "the preview is large");
      desk.picture("large-" + look(locale, mode));
      desk.robot.type(KeyCode.ESCAPE);
      desk.until(() -> Math.abs(width(desk) - before) < 1);

      desk.choice = Optional.of(other);
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
      desk.chord(KeyCode.CONTROL, KeyCode.R);
      desk.until(() -> desk.allDone(1));
      assertInstanceOf(
          Operation.ReplaceContent.class, desk.outbox.entries().getFirst().operation());
      desk.chord(KeyCode.CONTROL, KeyCode.Z);
      desk.until(() -> desk.allDone(2));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void retentionIsPlannedAndReleaseIsAsked(Locale locale, Theme.Mode mode) throws Exception {
    try (Desk desk = new Desk(folder, locale, mode)) {
      select(desk, desk.firstContainerWithDocuments(desk.accounting()));
      shiftControl(desk, KeyCode.R);
      assertTrue(desk.window.view().overlay().isShown());
      desk.until(() -> !button(desk, "custody.release").isDisabled());
      desk.robot.interact(() -> button(desk, "custody.release").fire());
      assertTrue(button(desk, "custody.keep").isFocused(), "the way out comes first");
      desk.picture("custody-ask-" + look(locale, mode));
      desk.robot.type(KeyCode.ESCAPE);
      assertTrue(desk.window.view().overlay().isShown(), "only the question is gone");
      desk.robot.write("31.2.2040", 0);
      desk.picture("custody-" + look(locale, mode));
      assertTrue(button(desk, "custody.do").isDisabled());
      desk.robot.type(KeyCode.ESCAPE);
      assertFalse(desk.window.view().overlay().isShown());
      assertTrue(desk.outbox.entries().isEmpty(), "cancel really cancels");

      shiftControl(desk, KeyCode.R);
      desk.until(() -> !button(desk, "custody.release").isDisabled());
      desk.robot.write("2040-12-31", 0);
      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> desk.allDone(1));
      assertFalse(desk.window.view().overlay().isShown());
      assertInstanceOf(Operation.SetRetention.class, desk.outbox.entries().getFirst().operation());
    }
  }

  private static double width(Desk desk) {
    return desk.stage.getScene().lookup(".preview").getLayoutBounds().getWidth();
  }

  private static void shiftControl(Desk desk, KeyCode key) {
    desk.robot
        .press(KeyCode.CONTROL, KeyCode.SHIFT, key)
        .release(key, KeyCode.SHIFT, KeyCode.CONTROL);
  }

  private static List<String> names(Path in) {
    return List.of(Optional.ofNullable(in.toFile().list()).orElseGet(() -> new String[0]));
  }
}
