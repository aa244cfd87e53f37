package org.kontor.ui.preview.decode;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Documents made anew for each test. */
public final class SampleDocuments {
  /** A4 at 300 dpi. */
  private static final int SCAN_WIDTH = 2480;

  private static final int SCAN_HEIGHT = 3508;

  /** Characters on a page. */
  public static final int DENSE = 5_000;

  private SampleDocuments() {}

  /** A letter on each A4 page, with the page's number in it. */
  public static Path pdf(Path file, int pages) throws IOException {
    try (PDDocument document = letters(pages)) {
      document.save(file.toFile());
    }
    return file;
  }

  /** Pages of small writing: {@link #DENSE} characters on each at least, and its number once. */
  public static Path densePdf(Path file, int pages) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
      String line =
          "Item of paper, 80 g, 500 sheets, and its price of 4.90 EUR, from stock. ".repeat(2);
      for (int number = 1; number <= pages; number++) {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.beginText();
          content.setFont(font, 7);
          content.newLineAtOffset(20, 820);
          content.showText("Invoice, page " + number);
          for (int written = 0; written < DENSE; written += line.length()) {
            content.newLineAtOffset(0, -9);
            content.showText(line);
          }
          content.endText();
        }
      }
      document.save(file.toFile());
    }
    return file;
  }

  /** Opens with the password "secret" only. */
  static Path encryptedPdf(Path file) throws IOException {
    try (PDDocument document = letters(1)) {
      document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
      document.save(file.toFile());
    }
    return file;
  }

  /** One page in a font that unpacks to so many bytes. */
  static Path pdfBomb(Path file, long unpacked) throws IOException {
    byte[] block = new byte[1 << 20];
    byte[] packed = new byte[1 << 16];
    Deflater deflater = new Deflater();
    deflater.setInput(block);
    int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
    deflater.reset();
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    bomb.write(packed, 0, length);
    for (long left = unpacked; left > 0; left -= block.length) {
      // Without the two bytes of the first block's header.
      bomb.write(packed, 2, length - 2);
    }
    deflater.end();
    return pdfOf(
        file,
        """
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R
          /Resources << /Font << /F << /Type /Font /Subtype /TrueType /BaseFont /Abc
            /FontDescriptor << /Type /FontDescriptor /FontName /Abc /Flags 32 /FontFile2 4 0 R >>
          >> >> >> >>
        endobj
        5 0 obj << /Length 26 >> stream
        BT /F 12 Tf (abc) Tj ET   \s
        endstream
        """,
        "/Filter /FlateDecode",
        bomb.toByteArray());
  }

  /** One page that draws the same path over and over. */
  static Path slowPdf(Path file, int repetitions) throws IOException {
    String circle = "100 400 m 100 800 500 800 500 400 c 500 0 100 0 100 400 c b\n";
    return pdfOf(
        file,
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        "",
        circle.repeat(repetitions).getBytes(StandardCharsets.US_ASCII));
  }

  /** One page with a picture in a format that nothing here can read. */
  static Path pdfWithUnknownPicture(Path file) throws IOException {
    return pdfOf(
        file,
        """
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R
          /Resources << /XObject << /I 4 0 R >> >> >>
        endobj
        5 0 obj << /Length 5 >> stream
        /I Do
        endstream
        """,
        "/Type /XObject /Subtype /Image /Width 9 /Height 9 /Filter /JPXDecode"
            + " /ColorSpace /DeviceRGB /BitsPerComponent 8",
        new byte[] {1, 2, 3});
  }

  private static Path pdfOf(Path file, String page, String filter, byte[] content)
      throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    String start =
        """
        %%PDF-1.4
        1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
        2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
        3 0 obj %s endobj
        4 0 obj << /Length %d %s >> stream
        """
            .formatted(page, content.length, filter);
    pdf.writeBytes(start.getBytes(StandardCharsets.US_ASCII));
    pdf.writeBytes(content);
    pdf.writeBytes(
        "\nendstream endobj\ntrailer << /Root 1 0 R /Size 5 >>\n%%EOF\n"
            .getBytes(StandardCharsets.US_ASCII));
    return Files.write(file, pdf.toByteArray());
  }

  /** Scanned pages: the first is black on white, as a fax or a scanner writes it. */
  public static Path scan(Path file, int pages) throws IOException {
    BufferedImage[] images = new BufferedImage[pages];
    for (int i = 0; i < pages; i++) {
      images[i] =
          letter("Page " + (i + 1), SCAN_WIDTH, SCAN_HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    }
    return tiff(file, "CCITT T.6", images);
  }

  static Path tiff(Path file, String compression, BufferedImage... pages) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    Files.deleteIfExists(file);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
        writer.writeToSequence(new IIOImage(page, null, null), param);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  /** A JPEG of cyan, magenta, yellow and black with Adobe's marker. */
  static Path inkJpeg(Path file, int width, int height, byte[] inks) throws IOException {
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(inks, inks.length),
            width,
            height,
            width * 4,
            4,
            new int[] {0, 1, 2, 3},
            null);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(plain)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    byte[] jpeg = plain.toByteArray();
    ByteArrayOutputStream marked = new ByteArrayOutputStream();
    marked.write(jpeg, 0, 2);
    marked.writeBytes(new byte[] {-1, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e'});
    marked.writeBytes(new byte[] {0, 100, 0, 0, 0, 0, 0});
    marked.write(jpeg, 2, jpeg.length - 2);
    return Files.write(file, marked.toByteArray());
  }

  public static Path image(Path file, String format, BufferedImage image) throws IOException {
    if (!ImageIO.write(image, format, file.toFile())) {
      throw new IOException("no writer for " + format);
    }
    return file;
  }

  /** Left half red, right half blue. */
  public static BufferedImage redAndBlue(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, width / 2, height);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    return image;
  }

  /** Lines of writing below a heading. */
  public static BufferedImage letter(String heading, int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLACK);
    int size = width / 50;
    graphics.setFont(new Font(Font.SERIF, Font.BOLD, size * 2));
    graphics.drawString(heading, width / 10, height / 10);
    graphics.setFont(new Font(Font.SERIF, Font.PLAIN, size));
    for (int line = 0; line < 30; line++) {
      graphics.drawString(
          "Line " + line + " of a letter that somebody scanned for the registry.",
          width / 10,
          height / 7 + line * size * 2);
    }
    graphics.dispose();
    return image;
  }

  private static PDDocument letters(int pages) throws IOException {
    PDDocument document = new PDDocument();
    PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    for (int number = 1; number <= pages; number++) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(font, 20);
        content.newLineAtOffset(72, 770);
        content.showText("Invoice 2026-00417, page " + number + " of " + pages);
        content.setFont(font, 11);
        for (int line = 0; line < 40; line++) {
          content.newLineAtOffset(0, -17);
          content.showText("Item " + line + ": paper, 80 g, 500 sheets, and its price of 4.90 EUR");
        }
        content.endText();
      }
    }
    return document;
  }
}
