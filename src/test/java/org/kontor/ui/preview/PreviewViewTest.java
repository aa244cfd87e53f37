package org.kontor.ui.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.UiThread;
import org.kontor.ui.preview.decode.SampleDocuments;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The preview pane in a window, beside a field that has the focus. */
@Tag("ui")
final class PreviewViewTest {
  private static final Path PICTURES = Path.of("target", "screens");
  private static final String MAIL =
      """
      From: =?UTF-8?Q?Papierhandel_M=C3=BCller?= <mueller@example.org>
      To: "Registratur, Poststelle" <registratur@example.org>, einkauf@example.org
      Cc: buchhaltung@example.org
      Subject: =?UTF-8?Q?Angebot_f=C3=BCr_B=C3=BCrobedarf_und_Toner?=
      Date: Thu, 12 Nov 2026 09:20:00 +0100
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain; charset=utf-8

      Sehr geehrte Damen und Herren,

      anbei unser Angebot über 40 Kartons Papier. Wir freuen uns auf Ihre Bestellung.

      Mit freundlichen Grüßen
      J. Müller
      --b
      Content-Type: application/pdf
      Content-Disposition: attachment; filename="Angebot 2026-118.pdf"
      Content-Transfer-Encoding: base64

      %s
      --b--
      """
          .formatted("QUJD".repeat(20_000));

  @TempDir private Path folder;
  private final FxRobot robot = new FxRobot();
  private final UiThread ui = new UiThread();
  private final BackgroundTasks tasks = new BackgroundTasks(ui);
  private final ContentServer server = new ContentServer();
  private final TextField field = new TextField();
  private PreviewViewModel model;
  private PreviewView view;
  private Stage stage;

  @BeforeAll
  static void toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
    Files.createDirectories(PICTURES);
  }

  @AfterEach
  void close() {
    robot.interact(
        () -> {
          model.close();
          stage.close();
        });
    tasks.close();
  }

  private void open(Locale locale, boolean dark) throws Exception {
    stage = FxToolkit.registerStage(Stage::new);
    robot.interact(
        () -> {
          Application.setUserAgentStylesheet(
              (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
          model = new PreviewViewModel(server, tasks, ui, locale);
          view = new PreviewView(model, Messages.of(PreviewView.class, locale));
          BorderPane root = new BorderPane(view.root());
          root.setBottom(field);
          stage.setScene(new Scene(root, 480, 700));
          stage.show();
          field.requestFocus();
        });
  }

  @Test
  void pdfWithItsPagesByKeyboardWhileTheFocusStays() throws Exception {
    open(Locale.UK, false);
    picture("empty-light-en");
    var source = server.holds("1", SampleDocuments.pdf(folder.resolve("a.pdf"), 3), "a.pdf");
    robot.interact(() -> model.show(source));
    until(PreviewState.Page.class);
    picture("pdf-light-en");
    assertTrue(field.isFocused(), "the preview takes no focus by itself");
    robot.interact(() -> model.nextPage());
    assertEquals(2, model.pageProperty().get());
    untilSharp();
    ScrollPane scroll = (ScrollPane) view.root().lookup(".page-scroll");
    robot.interact(scroll::requestFocus);
    robot.type(KeyCode.PAGE_DOWN).type(KeyCode.PAGE_DOWN);
    assertEquals(3, model.pageProperty().get());
    robot.press(KeyCode.CONTROL).type(KeyCode.PLUS).release(KeyCode.CONTROL);
    assertEquals(1.25, model.magnifier().zoomProperty().get());
    robot.interact(() -> model.rotate());
    untilSharp();
    picture("pdf-zoomed-turned-light-en");
    assertEquals("Page 3 of 3", scroll.getAccessibleText());
  }

  @Test
  void theToolsStandOnOneLineWhereThereIsRoomAndBreakWhereThereIsNot() throws Exception {
    open(Locale.GERMANY, false);
    assertEquals(1, lines().size());
    robot.interact(() -> stage.setWidth(160));
    WaitForAsyncUtils.waitForFxEvents();
    assertEquals(3, lines().size());
    assertTrue(lines().values().stream().allMatch(right -> right <= 160), () -> "" + lines());
  }

  /** By the line's middle: how far to the right its buttons go. */
  private Map<Long, Double> lines() {
    Map<Long, Double> lines = new TreeMap<>();
    robot.interact(
        () -> {
          view.root().applyCss();
          view.root().layout();
          for (Node button : view.root().lookupAll(".preview-bar .button")) {
            Bounds bounds = button.localToScene(button.getLayoutBounds());
            lines.merge(Math.round(bounds.getCenterY()), bounds.getMaxX(), Math::max);
          }
        });
    return lines;
  }

  @Test
  void scanInTheDarkInGerman() throws Exception {
    open(Locale.GERMANY, true);
    picture("empty-dark-de");
    var source = server.holds("1", SampleDocuments.scan(folder.resolve("a.tif"), 12), "a.tif");
    robot.interact(() -> model.show(source));
    until(PreviewState.Page.class);
    picture("tiff-dark-de");
    robot.interact(() -> model.show(new PreviewSource.Several(1200)));
    picture("several-dark-de");
  }

  @Test
  void mailInBothLanguages() throws Exception {
    byte[] mail = MAIL.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    open(Locale.GERMANY, false);
    robot.interact(() -> model.show(server.holds("1", mail, "Angebot.eml")));
    until(PreviewState.Mail.class);
    picture("mail-light-de");
    close();
    open(Locale.UK, true);
    robot.interact(() -> model.show(server.holds("1", mail, "Angebot.eml")));
    until(PreviewState.Mail.class);
    picture("mail-dark-en");
    findInMail();
  }

  /** The subject and the attachment's name come first, then the text; the head is marked. */
  private void findInMail() throws Exception {
    robot.interact(
        () -> {
          model.finder().open();
          model.finder().typedProperty().set("angebot");
        });
    said("1 of 3");
    Node subject = view.root().lookup(".mail-head .title-4");
    TextArea area = (TextArea) view.root().lookup(".text-area");
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> marked().getWidth() > 1);
    picture("mail-find-dark-en");
    assertTrue(bounds(subject).contains(marked().getCenterX(), marked().getCenterY()));
    assertTrue(marked().getWidth() < bounds(subject).getWidth() / 2, "only the word");
    robot.interact(() -> model.finder().next());
    said("2 of 3");
    assertTrue(marked().getMinY() > bounds(subject).getMaxY());
    assertEquals("", area.getSelectedText());
    robot.interact(() -> model.finder().next());
    said("3 of 3");
    assertEquals("Angebot", area.getSelectedText());
    picture("mail-find-text-dark-en");
    assertEquals(0, marked().getWidth(), 2, "there is one current hit");
    for (int step = 0; step < 8; step++) {
      robot.interact(() -> model.magnifier().zoomIn());
    }
    WaitForAsyncUtils.waitForFxEvents();
    picture("mail-find-zoomed-dark-en");
    assertEquals("Angebot", area.getSelectedText());
    assertTrue(area.getScrollTop() > 0, "it stays in sight");
    robot.interact(() -> model.finder().close());
  }

  private void said(String sentence) throws Exception {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> model.finder().saidProperty().get().equals(sentence));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** All that is marked as the current hit, in the scene. */
  private Bounds marked() {
    List<Bounds> marks = new ArrayList<>();
    robot.interact(
        () ->
            view.root().lookupAll(".mail-head .current-hit").stream()
                .filter(mark -> mark.getLayoutBounds().getWidth() > 1)
                .map(PreviewViewTest::bounds)
                .forEach(marks::add));
    assertTrue(marks.size() <= 1, () -> "" + marks);
    return marks.isEmpty() ? new BoundingBox(0, 0, 0, 0) : marks.getFirst();
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  @Test
  void longTextByKeyboard() throws Exception {
    open(Locale.UK, false);
    String line = "2026-11-12 09:20:11 a line of a log file that goes on and on, and on, and on\n";
    byte[] log = line.repeat(20_000).getBytes(StandardCharsets.UTF_8);
    robot.interact(() -> model.show(server.holds("1", log, "a.log")));
    until(PreviewState.Text.class);
    picture("text-light-en");
    TextArea area = (TextArea) view.root().lookup(".text-area");
    robot.interact(area::requestFocus);
    robot.type(KeyCode.PAGE_DOWN);
    assertEquals(1, model.pageProperty().get(), "the page is scrolled through first");
    for (int i = 0; i < 100 && model.pageProperty().get() == 1; i++) {
      robot.type(KeyCode.PAGE_DOWN);
    }
    assertEquals(2, model.pageProperty().get());
    robot.interact(() -> model.goToPage(model.pageCountProperty().get()));
    picture("text-end-light-en");
  }

  @Test
  void whatCannotBeShownSaysSo() throws Exception {
    open(Locale.GERMANY, false);
    robot.interact(
        () -> model.show(ContentServer.source("1", 300_000_000, "Begehung Baustelle.mp4")));
    until(PreviewState.Note.class);
    picture("note-light-de");
    Button anyway = robot.lookup("Trotzdem laden").queryButton();
    assertTrue(anyway.isFocusTraversable());
    byte[] damaged = "%PDF-1.4 and then nothing".getBytes(StandardCharsets.UTF_8);
    robot.interact(() -> model.show(server.holds("2", damaged, "Rechnung.pdf")));
    until(PreviewState.Failure.class);
    picture("failure-light-de");
    robot.interact(() -> model.show(server.holds("3", docx(), "Vertrag.docx")));
    until(PreviewState.Note.class);
    picture("docx-light-de");
  }

  @Test
  void waitingShowsAfterAMoment() throws Exception {
    open(Locale.GERMANY, true);
    var source = server.holds("1", SampleDocuments.pdf(folder.resolve("a.pdf"), 1), "a.pdf");
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    server.holdBack("1", asked, release);
    robot.interact(() -> model.show(source));
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> {
          Node bar = view.root().lookup(".progress-bar");
          return bar != null && bar.getParent().isVisible();
        });
    picture("loading-dark-de");
    release.countDown();
    until(PreviewState.Page.class);
  }

  @Test
  void smallColourPicture() throws Exception {
    open(Locale.UK, true);
    Path image =
        SampleDocuments.image(
            folder.resolve("a.png"),
            "png",
            SampleDocuments.redAndBlue(160, 120, BufferedImage.TYPE_INT_RGB));
    robot.interact(
        () -> model.show(new PreviewSource.OnDisk(image, Optional.empty(), "image/png", "a.png")));
    until(PreviewState.Page.class);
    picture("picture-dark-en");
  }

  @Test
  void everyControlIsNamedAndReachable() throws Exception {
    open(Locale.GERMANY, false);
    var source = server.holds("1", SampleDocuments.pdf(folder.resolve("a.pdf"), 2), "a.pdf");
    robot.interact(() -> model.show(source));
    until(PreviewState.Page.class);
    List<Button> buttons = new ArrayList<>();
    collect(view.root(), buttons);
    assertEquals(10, buttons.size(), "seven, and three for what is looked for");
    for (Button button : buttons) {
      assertNotNull(button.getAccessibleText());
      assertFalse(button.getAccessibleText().isBlank());
      assertTrue(button.isFocusTraversable());
    }
  }

  private static void collect(Node node, List<Button> buttons) {
    if (node instanceof Button button) {
      buttons.add(button);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, buttons));
    }
  }

  private static byte[] docx() {
    return "PK\u0003\u0004 and so on".getBytes(StandardCharsets.ISO_8859_1);
  }

  private void until(Class<? extends PreviewState> kind) throws Exception {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> kind.isInstance(model.stateProperty().get()));
    untilSharp();
  }

  /** Layout tells the model the width, for which the page is then drawn once more. */
  private void untilSharp() throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> !model.busyProperty().get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void picture(String name) throws IOException {
    WaitForAsyncUtils.waitForFxEvents();
    CompletableFuture<WritableImage> shot = new CompletableFuture<>();
    robot.interact(() -> shot.complete(stage.getScene().snapshot(null)));
    WritableImage image = shot.join();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        buffered.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    ImageIO.write(buffered, "png", PICTURES.resolve("preview-" + name + ".png").toFile());
  }
}
