package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Progress;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Theme;
import org.kontor.ui.common.UiThread;
import org.kontor.ui.lists.Picture;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What the status line says while files are taken up. */
@Tag("ui")
final class TakingUpViewTest {
  @ParameterizedTest
  @CsvSource({"de,LIGHT", "en,DARK"})
  void showsHowFarItIsAndStops(Locale locale, Theme.Mode mode) throws Exception {
    FxToolkit.registerPrimaryStage();
    FxRobot robot = new FxRobot();
    Stage stage = FxToolkit.registerStage(Stage::new);
    try (BackgroundTasks tasks = new BackgroundTasks(new UiThread())) {
      TakingUp model = new TakingUp(tasks, new UiThread(), locale, "desk");
      TakingUpView view = new TakingUpView(model, Messages.of(TakingUpView.class, locale));
      robot.interact(
          () -> {
            Theme theme = new Theme(mode);
            theme.install();
            Scene scene = new Scene(view.root(), 560, 40);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            model.start(
                (_, progress) -> {
                  progress.accept(new Progress(1_200, 10_000));
                  new CountDownLatch(1).await();
                  return true;
                },
                _ -> {});
          });
      Label line = (Label) view.root().lookup(".label");
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> line.getText().contains("200"));
      WaitForAsyncUtils.waitForFxEvents();
      assertTrue(view.root().isVisible());
      assertEquals(0.12, model.fractionProperty().get());
      robot.interact(
          () -> Picture.of(stage.getScene(), "taking-" + locale.getLanguage() + "-" + mode));

      robot.interact(() -> ((Button) view.root().lookup(".button")).fire());
      WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !view.root().isVisible());
      assertFalse(view.root().isManaged());
    } finally {
      robot.interact(stage::close);
    }
  }
}
