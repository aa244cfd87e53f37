package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.utf8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;
import org.kontor.local.behaviour.Behaviour;
import org.kontor.local.definition.DefinitionReader;
import org.kontor.local.http.Caller;
import org.kontor.local.http.Request;
import org.kontor.local.store.AccountTable;
import org.kontor.local.store.ContentStore;
import org.kontor.local.store.DataFolder;
import org.kontor.local.store.Database;

/** Text, thumbnail and PDF of documents (reference 3.7). */
final class RenditionTest {
  private static Server server;
  private static String folder;
  private static int count;

  @BeforeAll
  static void start(@TempDir Path data) {
    server = Server.start(data);
    folder = server.folder("L-1");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String document(byte[] bytes, String name) {
    String id = server.invoice(folder, "R-" + ++count);
    put("POST", id, "file", bytes, name);
    return id;
  }

  private static void put(String method, String id, String path, byte[] bytes, String name) {
    Answer answer =
        server.send(
            server
                .request("objects/" + id + "/contents/" + path)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
    assertEquals(200, answer.status(), answer.message());
  }

  private static Answer rendition(String id, String path) {
    return server.get("objects/" + id + "/contents/renditions/" + path);
  }

  private static String text(String id) {
    Answer answer = rendition(id, "text");
    assertEquals(200, answer.status());
    assertEquals(
        "text/plain;charset=UTF-8",
        answer.raw().headers().firstValue("Content-Type").orElseThrow());
    return new String(answer.raw().body(), StandardCharsets.UTF_8);
  }

  private static byte[] pdf() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.beginText();
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700);
        content.showText("Rechnung 4711");
        content.endText();
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  @Test
  void textComesFromPdfTextFilesAndMails() throws IOException {
    assertEquals("Rechnung 4711", text(document(pdf(), "a.pdf")).strip());
    assertEquals("Grüße", text(document(utf8("Grüße"), "a.txt")));
    assertEquals("Grüße", text(document("Grüße".getBytes(StandardCharsets.ISO_8859_1), "b.txt")));
    String mail =
        "From: a@example.org\r\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain; charset=UTF-8\r\n\r\nSchöne Zeit\r\n";
    String words = text(document(utf8(mail), "a.eml"));
    assertTrue(words.contains("Subject: Grüße"), words);
    assertTrue(words.contains("Schöne Zeit"), words);
  }

  @Test
  void thumbnailsAreAsLargeAsAskedFor() throws IOException {
    String id = document(pdf(), "a.pdf");
    BufferedImage usual = image(rendition(id, "thumbnail/1"));
    assertEquals(96, Math.max(usual.getWidth(), usual.getHeight()), 1);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(2000, 1000, BufferedImage.TYPE_INT_RGB), "png", png);
    BufferedImage small =
        image(rendition(document(png.toByteArray(), "a.png"), "thumbnail/1?size=40"));
    assertEquals(40, small.getWidth());
    assertEquals(20, small.getHeight());
    assertEquals(400, rendition(id, "thumbnail/1?size=0").status());
  }

  private static BufferedImage image(Answer answer) throws IOException {
    assertEquals(200, answer.status());
    assertEquals("image/png", answer.raw().headers().firstValue("Content-Type").orElseThrow());
    return ImageIO.read(new ByteArrayInputStream(answer.raw().body()));
  }

  private static byte[] encoded(String format, int width, int height) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
    return bytes.toByteArray();
  }

  private static byte[] tiff(int pages) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int page = 0; page < pages; page++) {
        BufferedImage image = new BufferedImage(30, 40, BufferedImage.TYPE_BYTE_BINARY);
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  @Test
  void imagesBecomeThePagesOfOnePdf() throws IOException {
    String id =
        server.insert(
            "system:objectTypeId",
            "receiptScan",
            "system:parentId",
            folder,
            "receiptPurpose",
            "Porto",
            "receiptAmount",
            "4");
    put("POST", id, "file", encoded("png", 30, 40), "c.png");
    put("PUT", id, "file/1", tiff(2), "b.tif");
    put("PUT", id, "file/1", encoded("jpg", 40, 30), "a.jpg");
    Answer pdf = rendition(id, "pdf");
    assertEquals(200, pdf.status());
    assertEquals("application/pdf", pdf.raw().headers().firstValue("Content-Type").orElseThrow());
    try (PDDocument document = Loader.loadPDF(pdf.raw().body())) {
      assertEquals(4, document.getNumberOfPages());
      assertTrue(document.getPage(0).getMediaBox().getWidth() > 800, "landscape as the image");
      assertTrue(document.getPage(1).getMediaBox().getWidth() < 600);
      for (PDPage page : document.getPages()) {
        assertTrue(page.getResources().getXObjectNames().iterator().hasNext());
      }
    }
    assertEquals(422, rendition(document(utf8("no image"), "a.png"), "pdf").status());
  }

  @Test
  void whatCannotBeMadeIsSaidWithoutABody() throws IOException {
    String zip = document(utf8("PK"), "a.zip");
    String broken = document(utf8("no pdf"), "a.pdf");
    for (String path : new String[] {"text", "thumbnail/1"}) {
      for (String id : new String[] {zip, broken}) {
        Answer answer = rendition(id, path);
        assertEquals(422, answer.status());
        assertEquals(0, answer.raw().body().length);
      }
    }
    assertEquals(422, rendition(zip, "pdf").status());
    assertEquals(404, rendition(zip, "thumbnail/2").status());
    assertEquals(404, rendition("999", "text").status());
    byte[] pdf = pdf();
    assertArrayEquals(pdf, rendition(document(pdf, "b.pdf"), "pdf").raw().body());
  }

  @Test
  void aThumbnailIsNotReadyWhileAnotherFormIsMade(@TempDir Path data) throws Exception {
    try (DataFolder files = DataFolder.open(data).orElseThrow();
        Database database = Database.open(files.database(), DefinitionReader.demo())) {
      Archive archive =
          new Archive(
              DefinitionReader.demo(),
              database,
              new ContentStore(files, database),
              Behaviour.USUAL);
      try (DirectWriter writer = new DirectWriter(archive)) {
        int parent =
            writer.add(
                "supplierFile",
                Optional.empty(),
                Map.of("supplierName", "A", "supplierNo", "1"),
                List.of(),
                "demo",
                1);
        writer.add(
            "receiptScan",
            Optional.of(parent),
            Map.of("receiptPurpose", "Porto", "receiptAmount", "4"),
            List.of(new DirectWriter.Content("a.pdf", "application/pdf", pdf())),
            "demo",
            1);
        writer.commit();
      }
      Semaphore busy = new Semaphore(0);
      RenditionEndpoints endpoints = new RenditionEndpoints(archive, busy);
      long number = database.write(session -> new AccountTable(session).number("demo"));
      Request request =
          new Request(
              new Caller(number, "demo"),
              Map.of("id", "2", "index", "1"),
              Map.of(),
              name -> null,
              InputStream.nullInputStream());
      assertEquals(404, endpoints.thumbnail(request).status());
      busy.release();
      assertEquals(200, endpoints.thumbnail(request).status());
      assertEquals(1, busy.availablePermits());
    }
  }
}
