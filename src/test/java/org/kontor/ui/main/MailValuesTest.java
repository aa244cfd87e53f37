package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kontor.ui.common.Theme;
import org.kontor.ui.form.FormMode;
import org.kontor.ui.tray.TrayRow;

/** An e-mail of the tray fills fields of its type, in the real window. */
@Tag("ui")
final class MailValuesTest {
  @TempDir Path folder;

  static Stream<Arguments> looks() {
    return Stream.of(
        Arguments.of(Locale.UK, Theme.Mode.LIGHT), Arguments.of(Locale.GERMANY, Theme.Mode.DARK));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("looks")
  void senderAndSubjectAreThereOnceTheTypeIsChosen(Locale locale, Theme.Mode mode)
      throws Exception {
    boolean german = locale.getLanguage().equals("de");
    try (Desk desk = new Desk(folder, locale, mode)) {
      MainViewModel model = desk.window.model();
      desk.fillTray();
      desk.robot.interact(() -> model.tray().filter().set("guten t"));
      desk.until(
          () ->
              model.tray().rows().stream()
                  .map(TrayRow::name)
                  .toList()
                  .contains("Angebot Meier.eml"));
      desk.robot.interact(() -> model.tray().filter().set(""));
      desk.robot.interact(() -> desk.selectInTray("Angebot Meier.eml"));
      desk.until(() -> model.form().modeProperty().get() == FormMode.TRAY);
      desk.chord(KeyCode.CONTROL, KeyCode.T);
      desk.robot.write("e-mail", 0);
      desk.robot.type(KeyCode.ENTER);
      desk.until(() -> holds(desk, german ? "Betreff" : "Subject", "Angebot"));
      assertTrue(holds(desk, german ? "Von" : "From", "Meier <meier@example.org>"));
      desk.picture("mail-values-" + DocumentsWindowTest.look(locale, mode));
    }
  }

  private static boolean holds(Desk desk, String label, String text) {
    return desk.stage.getScene().getRoot().lookupAll(".text-input").stream()
        .map(TextInputControl.class::cast)
        .filter(it -> it.getAccessibleText() != null && it.getAccessibleText().startsWith(label))
        .anyMatch(it -> it.getText().equals(text));
  }
}
