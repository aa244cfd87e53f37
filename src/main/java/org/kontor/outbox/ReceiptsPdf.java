package org.kontor.outbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Receipts on paper: A4, two printed lines for each, the font in the file. */
final class ReceiptsPdf {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float MARGIN = 42;
  private static final float SIZE = 8;
  private static final float LEADING = 11;
  private static final float TITLE_SIZE = 12;

  private final String title;

  ReceiptsPdf(String title) {
    this.title = title;
  }

  void write(List<ReceiptLine> lines, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument();
        InputStream stream = PDDocument.class.getResourceAsStream(FONT)) {
      if (stream == null) {
        throw new IOException("the font is missing");
      }
      PDFont font = PDType0Font.load(document, stream, true);
      float height = PDRectangle.A4.getHeight();
      int perPage = (int) ((height - 2 * MARGIN - 2 * LEADING) / (2.5f * LEADING));
      int pages = Math.max(1, (lines.size() + perPage - 1) / perPage);
      for (int page = 0; page < pages; page++) {
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        try (PDPageContentStream content = new PDPageContentStream(document, sheet)) {
          float y = height - MARGIN;
          print(content, font, TITLE_SIZE, y, title + "   " + (page + 1) + "/" + pages);
          y -= 2 * LEADING;
          int end = Math.min(lines.size(), (page + 1) * perPage);
          for (ReceiptLine line : lines.subList(page * perPage, end)) {
            print(content, font, SIZE, y, line.file() + "   " + line.time());
            print(content, font, SIZE, y - LEADING, facts(line));
            y -= 2.5f * LEADING;
          }
        }
      }
      document.save(out);
    }
  }

  private static String facts(ReceiptLine line) {
    return "%s   %s   %s   %d B   %s"
        .formatted(line.object(), line.type(), line.place(), line.bytes(), line.sha256());
  }

  private static void print(
      PDPageContentStream content, PDFont font, float size, float y, String text)
      throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.newLineAtOffset(MARGIN, y);
    content.showText(printable(font, text));
    content.endText();
  }

  /** Characters that the font lacks, and control characters, are shown as a question mark. */
  private static String printable(PDFont font, String text) throws IOException {
    StringBuilder printed = new StringBuilder();
    for (int point : text.codePoints().toArray()) {
      String one = Character.toString(point);
      try {
        printed.append(font.encode(one).length > 0 && point >= ' ' ? one : "?");
      } catch (IllegalArgumentException _) {
        printed.append('?');
      }
    }
    return printed.toString();
  }
}
