package org.kontor.desktop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Twenty real files of the kinds that a registry gets in a day, made anew for each test. */
final class SampleFiles {
  private static final int BUFFER = 1 << 20;

  private SampleFiles() {}

  /**
   * @param largeBytes length of the one large file among them
   */
  static List<Path> makeTwenty(Path folder, long largeBytes) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (int number = 1; number <= 5; number++) {
      files.add(pdf(folder.resolve("Rechnung 2026-0041" + number + ".pdf"), number));
    }
    for (int number = 1; number <= 3; number++) {
      files.add(tiff(folder.resolve("scan_041" + number + ".tif"), number));
    }
    for (int number = 1; number <= 3; number++) {
      files.add(jpeg(folder.resolve("Foto Baustelle " + number + ".jpg"), number));
    }
    for (int number = 1; number <= 2; number++) {
      files.add(docx(folder.resolve("Vertrag Entwurf " + number + ".docx"), number));
    }
    for (int number = 1; number <= 3; number++) {
      files.add(mail(folder.resolve("Angebot Meier " + number + ".eml"), number));
    }
    files.add(text(folder.resolve("Überprüfung für Größe äöü ß.txt"), "Grüße aus dem Büro\n"));
    files.add(text(folder.resolve("two  spaces & co.txt"), "plain text\n"));
    files.add(text(folder.resolve("leer.txt"), ""));
    files.add(large(folder.resolve("Aufnahme.bin"), largeBytes));
    return files;
  }

  static Path text(Path file, String content) throws IOException {
    return Files.writeString(file, content);
  }

  static Path large(Path file, long length) throws IOException {
    byte[] block = new byte[BUFFER];
    new Random(length).nextBytes(block);
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = length; left > 0; left -= block.length) {
        block[0]++;
        out.write(block, 0, (int) Math.min(left, block.length));
      }
    }
    return file;
  }

  private static Path pdf(Path file, int number) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int page = 1; page <= 2; page++) {
        PDPage sheet = new PDPage();
        document.addPage(sheet);
        try (PDPageContentStream stream = new PDPageContentStream(document, sheet)) {
          stream.beginText();
          stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 18);
          stream.newLineAtOffset(72, 700);
          stream.showText("Invoice 2026-0041" + number + ", page " + page);
          stream.endText();
        }
      }
      document.save(file.toFile());
    }
    return file;
  }

  private static Path tiff(Path file, int number) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int page = 0; page < 3; page++) {
        writer.writeToSequence(
            new IIOImage(picture(number * 10 + page, BufferedImage.TYPE_BYTE_GRAY), null, null),
            writer.getDefaultWriteParam());
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  private static Path jpeg(Path file, int number) throws IOException {
    if (!ImageIO.write(picture(number, BufferedImage.TYPE_INT_RGB), "jpg", file.toFile())) {
      throw new IOException("no JPEG writer");
    }
    return file;
  }

  private static BufferedImage picture(int seed, int type) {
    BufferedImage image = new BufferedImage(420, 594, type);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int shade = (x * 255 / image.getWidth() + y / 4 + seed * 20) & 0xFF;
        image.setRGB(x, y, shade << 16 | shade << 8 | 255 - shade);
      }
    }
    return image;
  }

  private static Path docx(Path file, int number) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      part(
          zip,
          "[Content_Types].xml",
          """
          <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Override PartName="/word/document.xml" ContentType=\
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>\
          """);
      part(
          zip,
          "_rels/.rels",
          """
          <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="r1" Target="word/document.xml" Type=\
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>\
          """);
      part(
          zip,
          "word/document.xml",
          """
          <?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
          <w:body><w:p><w:r><w:t>Vertrag %d</w:t></w:r></w:p></w:body></w:document>\
          """
              .formatted(number));
    }
    return file;
  }

  private static void part(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static Path mail(Path file, int number) throws IOException {
    return Files.writeString(
        file,
        """
        From: Papierhandel Meier <meier@example.org>
        To: registry@example.org
        Subject: =?UTF-8?Q?Angebot_f=C3=BCr_B=C3=BCrobedarf_%d?=
        Date: Thu, 12 Nov 2026 09:2%d:00 +0100
        MIME-Version: 1.0
        Content-Type: text/plain; charset=UTF-8
        Content-Transfer-Encoding: 8bit

        Sehr geehrte Damen und Herren, anbei unser Angebot für Papier und Toner.
        """
            .formatted(number, number)
            .replace("\n", "\r\n"));
  }
}
