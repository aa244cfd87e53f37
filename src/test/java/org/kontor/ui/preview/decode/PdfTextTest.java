package org.kontor.ui.preview.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text of pages and its places, held against the picture of the same page. */
final class PdfTextTest {
  private static final int WIDTH = 1000;
  private static final PDFont FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

  @TempDir private Path folder;
  private Decoder decoder;

  @BeforeEach
  void open() {
    decoder = new Decoder(folder, Duration.ofMinutes(3));
  }

  @AfterEach
  void close() {
    decoder.close();
  }

  /** What is written on a page. */
  private interface Writing {
    void on(PDPageContentStream content) throws IOException;
  }

  @ParameterizedTest(name = "page turned by {0}, cropped at {1}, writing at {2} degrees")
  @CsvSource({
    "0,0,0",
    "90,0,0",
    "180,0,0",
    "270,0,0",
    "0,60,0",
    "90,60,0",
    "270,60,0",
    "0,0,90",
    "180,60,30"
  })
  void aWordStandsWhereItIsDrawn(int rotation, float crop, int angle) throws Exception {
    Path file =
        write(
            page -> {
              page.setRotation(rotation);
              page.setCropBox(new PDRectangle(crop, 2 * crop, 500 - crop, 700 - 2 * crop));
            },
            content -> {
              content.beginText();
              content.setFont(FONT, 40);
              content.setTextMatrix(Matrix.getRotateInstance(Math.toRadians(angle), 250, 300));
              content.showText("Abgabe");
              content.endText();
            });
    PageText text = text(file);
    assertEquals("Abgabe", text.text().strip());
    List<PageText.Box> boxes = text.boxes(0, 6);
    assertEquals(1, boxes.size());
    for (int turns = 0; turns < 4; turns++) {
      PageText.Box box = boxes.getFirst().turned(turns);
      Pixels picture =
          decoder.page(file, FileKind.PDF, 0, new PageFit(WIDTH, 1, 1, turns)).pixels();
      PageText.Box ink = ink(picture);
      assertTrue(box.x() <= ink.x() + 0.003 && box.y() <= ink.y() + 0.003, box + " around " + ink);
      assertTrue(right(box) >= right(ink) - 0.003, box + " around " + ink);
      assertTrue(bottom(box) >= bottom(ink) - 0.003, box + " around " + ink);
      assertTrue(box.width() * box.height() < 1.9 * ink.width() * ink.height(), "not much larger");
    }
  }

  @Test
  void columnsAreReadAsTheyAreWrittenAndLinesHaveBoxesOfTheirOwn() throws Exception {
    Path file =
        write(
            _ -> {},
            content -> {
              for (int column = 0; column < 2; column++) {
                content.beginText();
                content.setFont(FONT, 11);
                content.setLeading(14);
                content.newLineAtOffset(40 + 240 * column, 600);
                content.showText("Die Rechnung des Lieferanten wird");
                content.newLine();
                content.showText("binnen dreier Wochen bezahlt " + column);
                content.endText();
              }
            });
    PageText text = text(file);
    assertTrue(
        text.text().contains("wird\nbinnen dreier Wochen bezahlt 0\nDie Rechnung"), text.text());
    int wird = text.text().indexOf("wird");
    List<PageText.Box> boxes = text.boxes(wird, wird + "wird\nbinnen".length());
    assertEquals(2, boxes.size());
    assertTrue(boxes.get(0).x() > 0.3 && boxes.get(1).x() < 0.1, "end and beginning of a line");
    assertTrue(bottom(boxes.get(0)) < bottom(boxes.get(1)));
    assertTrue(right(boxes.get(0)) < 0.5, "the other column is not meant");
  }

  @Test
  void wordsAreToldApartByBlanksAndByGaps() throws Exception {
    Path file =
        write(
            _ -> {},
            content -> {
              content.beginText();
              content.setFont(FONT, 12);
              content.newLineAtOffset(40, 600);
              content.showTextWithPositioning(
                  new Object[] {"Konto", -400f, "Nummer", 30f, "n 12", -3_000f, "Seite"});
              content.endText();
            });
    assertEquals("Konto Nummern 12 Seite", text(file).text());
  }

  @Test
  void boldByWritingTwiceIsOneWord() throws Exception {
    Path file =
        write(
            _ -> {},
            content -> {
              for (double shift : new double[] {0, 0.3}) {
                content.beginText();
                content.setFont(FONT, 12);
                content.newLineAtOffset((float) (40 + shift), 600);
                content.showText("Mahnung");
                content.endText();
              }
            });
    assertEquals("Mahnung", text(file).text().strip());
  }

  @Test
  void whatWasFilledIntoAFormIsRead() throws Exception {
    Path file = folder.resolve("form.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(500, 700));
      document.addPage(page);
      PDAcroForm form = new PDAcroForm(document);
      document.getDocumentCatalog().setAcroForm(form);
      PDResources resources = new PDResources();
      resources.put(COSName.getPDFName("Helv"), FONT);
      form.setDefaultResources(resources);
      PDTextField field = new PDTextField(form);
      field.setPartialName("name");
      field.setDefaultAppearance("/Helv 12 Tf 0 g");
      form.getFields().add(field);
      field.getWidgets().getFirst().setRectangle(new PDRectangle(50, 600, 200, 20));
      field.getWidgets().getFirst().setPage(page);
      page.getAnnotations().add(field.getWidgets().getFirst());
      field.setValue("Beispiel");
      document.save(file.toFile());
    }
    PageText text = text(file);
    assertEquals("Beispiel", text.text().strip());
    assertEquals(0.1, text.boxes(0, 8).getFirst().x(), 0.02);
  }

  @Test
  void aPageWithoutTextIsEmptyAndWhole() throws Exception {
    PageText text =
        text(
            write(
                _ -> {},
                content -> {
                  content.addRect(50, 50, 100, 100);
                  content.fill();
                }));
    assertEquals("", text.text().strip());
    assertTrue(text.isComplete());
    Path scan = SampleDocuments.scan(folder.resolve("a.tif"), 2);
    assertEquals("", decoder.text(scan, FileKind.TIFF, 1).text());
  }

  @Test
  void ofTooMuchTextTheBeginningIsRead() throws Exception {
    Path file =
        write(
            _ -> {},
            content -> {
              content.beginText();
              content.setFont(FONT, 1);
              content.setLeading(1);
              content.newLineAtOffset(10, 690);
              for (int line = 0; line < 600; line++) {
                content.showText("Anfang und noch mehr ".repeat(12));
                content.newLine();
              }
              content.endText();
            });
    PageText text = text(file);
    assertFalse(text.isComplete());
    assertTrue(text.text().startsWith("Anfang"), text.text().substring(0, 20));
    assertTrue(text.text().length() > PdfText.MOST / 2);
    assertTrue(text.text().length() <= PdfText.MOST);
  }

  @Test
  void ofADamagedPageCountsWhatCanBeReadAndTheNextPageIsWhole() throws Exception {
    Path file = folder.resolve("damaged.pdf");
    try (PDDocument document = new PDDocument()) {
      for (int number = 1; number <= 2; number++) {
        PDPage page = new PDPage(new PDRectangle(500, 700));
        document.addPage(page);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("F"), FONT);
        page.setResources(resources);
        // Numbers where there should be an array, and then no end.
        String damage = number == 1 ? "<< /A [ (\n" : "";
        String content = "BT /F 12 Tf 50 600 Td (Seite " + number + ") Tj ET\n" + damage;
        page.setContents(
            new PDStream(
                document, new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII))));
      }
      document.save(file.toFile());
    }
    assertEquals("Seite 1", text(file).text().strip());
    PageText second = decoder.text(file, FileKind.PDF, 1);
    assertEquals("Seite 2", second.text().strip());
    assertTrue(second.isComplete());
  }

  @Test
  void hostilePagesEnd() throws Exception {
    Path slow = SampleDocuments.slowPdf(folder.resolve("slow.pdf"), 300_000);
    try (Decoder hasty = new Decoder(folder, Duration.ofMillis(50))) {
      assertReason(PreviewException.Reason.TOO_SLOW, () -> hasty.text(slow, FileKind.PDF, 0));
    }
    Path encrypted = SampleDocuments.encryptedPdf(folder.resolve("encrypted.pdf"));
    assertReason(PreviewException.Reason.ENCRYPTED, () -> decoder.text(encrypted, FileKind.PDF, 0));
  }

  private static void assertReason(PreviewException.Reason reason, Executable reading) {
    assertEquals(reason, assertThrows(PreviewException.class, reading).reason());
  }

  private PageText text(Path file) throws InterruptedException {
    return decoder.text(file, FileKind.PDF, 0);
  }

  /** How a page is set up. */
  private interface Layout {
    void of(PDPage page);
  }

  private Path write(Layout layout, Writing writing) throws IOException {
    Path file = folder.resolve("page.pdf");
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(new PDRectangle(500, 700));
      layout.of(page);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        writing.on(content);
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static double right(PageText.Box box) {
    return box.x() + box.width();
  }

  private static double bottom(PageText.Box box) {
    return box.y() + box.height();
  }

  /** Around everything dark, in parts of the picture. */
  private static PageText.Box ink(Pixels picture) {
    int left = picture.width();
    int top = picture.height();
    int right = 0;
    int bottom = 0;
    for (int i = 0; i < picture.argb().length; i++) {
      if ((picture.argb()[i] & 0xff) < 128) {
        left = Math.min(left, i % picture.width());
        right = Math.max(right, i % picture.width() + 1);
        top = Math.min(top, i / picture.width());
        bottom = Math.max(bottom, i / picture.width() + 1);
      }
    }
    double width = picture.width();
    double height = picture.height();
    return new PageText.Box(
        left / width, top / height, (right - left) / width, (bottom - top) / height);
  }
}
