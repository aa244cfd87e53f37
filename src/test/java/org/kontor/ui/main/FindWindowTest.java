package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.ui.common.Theme;
import org.kontor.ui.preview.Finder;
import org.kontor.ui.preview.PreviewState;
import org.kontor.ui.preview.PreviewViewModel;

/** Looking for words in the document that the preview shows, by keys in the window. */
@Tag("ui")
final class FindWindowTest {
  @TempDir Path folder;

  @Test
  void wordsInTheDocumentAreFoundByKeysAndMarkedOnThePage() throws Exception {
    try (Desk desk = new Desk(folder, Locale.UK, Theme.Mode.LIGHT)) {
      PreviewViewModel preview = desk.window.model().preview();
      Finder finder = preview.finder();
      desk.fillTray();
      desk.robot.interact(() -> desk.selectInTray("Rechnung 2026-00417 Papier Klein.pdf"));
      desk.until(() -> preview.stateProperty().get() instanceof PreviewState.Page);
      desk.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
      Node list = owner(desk);

      desk.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
      TextField field = (TextField) desk.stage.getScene().lookup(".find-field");
      assertSame(field, owner(desk));
      desk.robot.write("eur", 0);
      desk.until(() -> finder.saidProperty().get().equals("1 of 3"));
      assertEquals("1 of 3", field.getAccessibleHelp());
      desk.until(() -> marked(desk).getWidth() > 1);
      untilSharp(desk);
      desk.picture("find-light-en");
      assertPlace(desk, 0, 0);

      desk.robot.type(KeyCode.ENTER);
      assertEquals("2 of 3", finder.saidProperty().get());
      desk.robot.type(KeyCode.F3);
      assertEquals("3 of 3", finder.saidProperty().get());
      desk.chord(KeyCode.SHIFT, KeyCode.F3);
      desk.chord(KeyCode.SHIFT, KeyCode.ENTER);
      assertEquals("1 of 3", finder.saidProperty().get());

      // The keys of the page while it has the focus; the mark stays on its word, and in sight.
      ScrollPane scroll = (ScrollPane) desk.stage.getScene().lookup(".page-scroll");
      desk.robot.interact(scroll::requestFocus);
      for (int step = 0; step < 6; step++) {
        desk.chord(KeyCode.CONTROL, KeyCode.PLUS);
      }
      untilSharp(desk);
      desk.picture("find-zoomed-light-en");
      assertPlace(desk, 0, 0);
      assertInSight(desk);
      desk.robot.type(KeyCode.F3);
      assertPlace(desk, 1, 0);
      assertInSight(desk);
      desk.robot.interact(preview::rotate);
      untilSharp(desk);
      desk.picture("find-turned-light-en");
      assertPlace(desk, 1, 1);
      assertInSight(desk);
      desk.picture("find-turned-light-en");

      desk.chord(KeyCode.CONTROL, KeyCode.F);
      assertSame(field, owner(desk), "inside the preview it is the document that is searched");
      assertEquals("eur", field.getSelectedText());
      desk.robot.type(KeyCode.ESCAPE);
      assertFalse(finder.openProperty().get());
      assertSame(scroll, owner(desk));
      desk.robot.interact(list::requestFocus);
      desk.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
      desk.robot.type(KeyCode.ESCAPE);
      assertSame(list, owner(desk), "the focus is where it came from");

      inText(desk, finder);
    }
  }

  /** In a text the hit is what is selected. */
  private static void inText(Desk desk, Finder finder) throws Exception {
    PreviewViewModel preview = desk.window.model().preview();
    desk.robot.type(KeyCode.F3);
    desk.robot.write("büro", 0);
    desk.until(() -> finder.saidProperty().get().equals("Not found."));
    desk.robot.interact(() -> desk.selectInTray("Notiz Büro.txt"));
    desk.until(() -> preview.stateProperty().get() instanceof PreviewState.Text);
    desk.until(() -> finder.saidProperty().get().equals("1 of 1"));
    TextArea area = (TextArea) desk.stage.getScene().lookup(".plain-text");
    desk.until(() -> area.getSelectedText().equals("Büro"));
    desk.picture("find-text-light-en");
    Button close =
        desk.stage.getScene().getRoot().lookupAll(".find-bar .button").stream()
            .map(Button.class::cast)
            .filter(button -> button.getAccessibleText().equals("Close the search"))
            .findFirst()
            .orElseThrow();
    desk.robot.interact(close::fire);
    assertFalse(finder.openProperty().get());
    desk.robot.interact(() -> desk.selectInTray("leer.txt"));
    desk.until(() -> !finder.isOffered());
    desk.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    assertFalse(finder.openProperty().get(), "there is nothing to look into, which is said");
  }

  /** Waits until the page is drawn for its size. */
  private static void untilSharp(Desk desk) throws Exception {
    desk.until(() -> !desk.window.model().preview().busyProperty().get());
  }

  /**
   * The current hit is marked where the letters are: amounts stand six and seven lines of 22 points
   * below the first one at (72, 760) from the lower left, in Helvetica of 14 points.
   *
   * @param amount which one, from 0
   */
  private static void assertPlace(Desk desk, int amount, int turns) throws Exception {
    PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    String before =
        amount == 0
            ? "20 Pakete Kopierpapier A4      89,60 "
            : "5 Ordner breit                 14,50 ";
    double left = 72 + font.getStringWidth(before) * 14 / 1000;
    double width = font.getStringWidth("EUR") * 14 / 1000;
    double x = (left + width / 2) / PDRectangle.A4.getWidth();
    double y = 1 - (760 - 22 * (6 + amount) + 3.6) / PDRectangle.A4.getHeight();
    double across = turns == 0 ? x : 1 - y;
    double down = turns == 0 ? y : x;
    Node image = desk.stage.getScene().lookup(".paper .image-view");
    desk.until(
        () -> {
          Bounds page = image.localToScene(image.getLayoutBounds());
          Bounds mark = marked(desk);
          double scale = turns == 0 ? page.getWidth() : page.getHeight();
          double length = turns == 0 ? mark.getWidth() : mark.getHeight();
          return Math.abs(page.getMinX() + across * page.getWidth() - mark.getCenterX()) < 4
              && Math.abs(page.getMinY() + down * page.getHeight() - mark.getCenterY()) < 4
              && Math.abs(width / PDRectangle.A4.getWidth() * scale - length) < 8;
        });
  }

  private static void assertInSight(Desk desk) throws Exception {
    Node scroll = desk.stage.getScene().lookup(".page-scroll");
    desk.until(() -> scroll.localToScene(scroll.getLayoutBounds()).contains(marked(desk)));
  }

  /** Where the current hit is marked, in the scene. */
  private static Bounds marked(Desk desk) {
    Node mark = desk.stage.getScene().lookup(".current-hit");
    return mark.localToScene(mark.getLayoutBounds());
  }

  private static Node owner(Desk desk) {
    return desk.stage.getScene().getFocusOwner();
  }
}
