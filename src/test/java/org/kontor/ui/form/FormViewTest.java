package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.dms.Operation;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.UiThread;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The form in a window, by keyboard only. */
@Tag("ui")
final class FormViewTest {
  private static final Path PICTURES = Path.of("target", "screens");

  private final FxRobot robot = new FxRobot();
  private final BackgroundTasks tasks = new BackgroundTasks(new UiThread());
  private FormViewModel model;
  private FormView view;
  private Stage stage;
  private Outbox outbox;
  @TempDir private Path folder;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Files.createDirectories(PICTURES);
  }

  private void open(Locale locale, boolean dark, double width) throws Exception {
    stage = FxToolkit.registerStage(Stage::new);
    outbox = Outbox.open(folder);
    robot.interact(
        () -> {
          Application.setUserAgentStylesheet(
              (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
          model =
              new FormViewModel(
                  new SmallServer(),
                  Archive.SCHEMA,
                  outbox,
                  "test",
                  tasks,
                  CompletableFuture.delayedExecutor(150, TimeUnit.MILLISECONDS, new UiThread()),
                  locale,
                  RecentPlaces.inMemory(),
                  Desk.CLOCK);
          view = new FormView(model, Messages.of(FormView.class, locale));
          stage.setScene(new Scene(view.root(), width, 760));
          stage.show();
        });
  }

  @AfterEach
  void close() throws Exception {
    tasks.close();
    outbox.close();
    robot.interact(stage::close);
  }

  private void until(BooleanSupplier condition) throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void picture(String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    CompletableFuture<WritableImage> shot = new CompletableFuture<>();
    robot.interact(() -> shot.complete(stage.getScene().snapshot(null)));
    WritableImage image = shot.join();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    var buffered =
        new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        buffered.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    ImageIO.write(buffered, "png", PICTURES.resolve("form-" + name + ".png").toFile());
  }

  @Test
  void knownDocumentIsFiledByKeyboardOnly() throws Exception {
    open(Locale.UK, false, 320);
    picture("empty-light-en");
    robot.interact(() -> model.showTray(List.of(Archive.typeless("1"))));
    robot.interact(view::focusType);
    robot.write("inv");
    picture("type-light-en");
    robot.type(KeyCode.ENTER);
    robot.write("R-1");
    robot.type(KeyCode.TAB);
    robot.write("12.11.");
    robot.type(KeyCode.TAB);
    robot.write("kl").type(KeyCode.TAB);
    robot.interact(view::focusPlace);
    robot.write("nov").type(KeyCode.ENTER);
    until(() -> model.places().chosen().isPresent());
    picture("tray-light-en");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    until(() -> !outbox.entries().isEmpty());
    Operation.FileAway filed = (Operation.FileAway) outbox.entries().getFirst().operation();
    assertEquals(Optional.of(Archive.INVOICE), filed.type());
    assertEquals(new ObjectId("nov"), filed.target().id());
    assertEquals(
        Map.of(
            "number", FieldValue.of("R-1"),
            "date", FieldValue.of("2026-11-12"),
            "supplier", FieldValue.of("klein")),
        filed.fields());
    assertEquals(FormMode.NOTHING, model.modeProperty().get());
  }
}
