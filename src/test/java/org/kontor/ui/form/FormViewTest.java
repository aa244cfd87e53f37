package org.kontor.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
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
import org.kontor.model.DmsObject;
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

  private void tray(DmsObject.Document... documents) {
    robot.interact(() -> model.showTray(List.of(documents)));
  }

  private SingleField single(String name) {
    return (SingleField) model.dataProperty().get().orElseThrow().field(name).orElseThrow();
  }

  @Test
  void problemIsShownOnceTheFieldWasLeftAndLedToOnSubmission() throws Exception {
    open(Locale.GERMANY, false, 320);
    tray(Archive.typeless("1"));
    robot.interact(view::focusType);
    robot.write("rech").type(KeyCode.ENTER);
    robot.type(KeyCode.TAB).write("morgen");
    assertTrue(messages().isEmpty() || !messages().contains("Datum"), "too early");
    robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(messages().contains("Bitte füllen Sie dieses Feld aus."), messages());
    assertTrue(messages().contains("31.12.2026"), messages());
    robot.write("R-9");
    assertEquals("R-9", single("number").inputProperty().get());
    picture("problems-light-de");
    assertTrue(outbox.entries().isEmpty());
  }

  private String messages() {
    return robot.lookup(".form-message").queryAllAs(Label.class).stream()
        .filter(Label::isVisible)
        .map(Label::getText)
        .collect(Collectors.joining(" "));
  }

  @Test
  void everyKindOfFieldIsTypedInAndLooksRight() throws Exception {
    open(Locale.GERMANY, true, 320);
    tray(Archive.typeless("1"));
    robot.interact(() -> model.types().choose(Archive.type(Archive.INVOICE)));
    robot.interact(
        () -> view.focus(model.dataProperty().get().orElseThrow().field("amount").orElseThrow()));
    robot.write("1234,5").type(KeyCode.TAB);
    robot.type(KeyCode.SPACE).type(KeyCode.TAB);
    robot.write("h 8:30").type(KeyCode.TAB);
    robot.write("pap").type(KeyCode.TAB);
    robot.write("stadt").type(KeyCode.ENTER).write("gross").type(KeyCode.ENTER);
    robot.interact(
        () ->
            view.focus(model.dataProperty().get().orElseThrow().field("positions").orElseThrow()));
    robot.write("Stift").type(KeyCode.TAB).write("drei").type(KeyCode.TAB).write("1,20");
    robot.type(KeyCode.ENTER).write("Heft").type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    Map<String, FieldValue> values = model.dataProperty().get().orElseThrow().values();
    assertEquals(FieldValue.of("1234.5"), values.get("amount"));
    assertEquals(FieldValue.of("1"), values.get("paid"));
    assertEquals(FieldValue.of("2026-11-20T08:30:00Z"), values.get("due"));
    assertEquals(FieldValue.of("11"), values.get("account"));
    assertEquals(new FieldValue.Multiple(List.of("strom", "gross")), values.get("tags"));
    TableField positions =
        (TableField) model.dataProperty().get().orElseThrow().field("positions").orElseThrow();
    assertEquals(
        List.of(List.of("Stift", "drei", "1,20"), List.of("Heft", "", ""), List.of("", "", "")),
        positions.rows().stream().map(TableRow::inputs).toList());
    robot.interact(view::focusPlace);
    picture("kinds-dark-de");
  }

  @Test
  void documentInAContainerIsEditedByTheFirstKeyAndRevertedByEscape() throws Exception {
    open(Locale.UK, true, 420);
    DmsObject.Document invoice =
        Archive.typed(
            "7",
            Archive.INVOICE,
            Map.of("number", FieldValue.of("R-7"), "date", FieldValue.of("2026-01-02")));
    robot.interact(() -> model.showDocument(invoice, Archive.places().getFirst().inside()));
    robot.interact(view::focusFirstField);
    assertFalse(model.editableProperty().get());
    picture("document-dark-en");
    robot.type(KeyCode.END).write("x");
    assertTrue(model.editableProperty().get());
    assertEquals("R-7x", single("number").inputProperty().get());
    picture("editing-dark-en");
    robot.type(KeyCode.ESCAPE);
    assertEquals("R-7", single("number").inputProperty().get());
    assertFalse(model.editableProperty().get());
    robot.write("y").press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    until(() -> !outbox.entries().isEmpty());
  }

  @Test
  void formOfManyFieldsOpensWithoutAStall() throws Exception {
    open(Locale.UK, false, 320);
    tray(Archive.typeless("1"));
    robot.interact(() -> model.types().choose(Archive.type(Archive.INVOICE)));
    WaitForAsyncUtils.waitForFxEvents();
    long[] longest = new long[1];
    AtomicLong last = new AtomicLong();
    AnimationTimer watch =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            long before = last.getAndSet(System.nanoTime());
            longest[0] = before == 0 ? 0 : Math.max(longest[0], System.nanoTime() - before);
          }
        };
    long start = System.nanoTime();
    robot.interact(
        () -> {
          watch.start();
          model.types().choose(Archive.type(Archive.LONG));
        });
    long first = System.nanoTime() - start;
    until(() -> robot.lookup(".form-row").queryAll().size() >= 122);
    robot.interact(watch::stop);
    System.getLogger(FormViewTest.class.getName())
        .log(
            System.Logger.Level.WARNING,
            "120 fields: chosen in {0} ms, longest time between pulses {1} ms, all there after"
                + " {2} ms",
            first / 1_000_000,
            longest[0] / 1_000_000,
            (System.nanoTime() - start) / 1_000_000);
    picture("long-light-en");
    assertTrue(longest[0] < 1_000_000_000, "a stall of " + longest[0] + " ns");
  }
}
