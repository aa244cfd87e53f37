package org.kontor.local.enaio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.local.Server.utf8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.local.Server;
import org.kontor.local.Server.Answer;

/** The files of documents: replacing, inserting, removing, downloading (reference 3.7). */
final class ContentTest {
  private static final String DISPOSITION =
      "attachment; filename=\"u.txt\"; filename*=UTF-8''%C3%9Cbersicht.pdf";

  private Server server;
  private String folder;

  @BeforeEach
  void start(@TempDir Path data) {
    server = Server.start(data);
    folder = server.folder("L-1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer send(String method, String path, byte[] body) {
    return server.send(
        server
            .request("objects/" + path)
            .header("Content-Type", "application/octet-stream")
            .header("Content-Disposition", DISPOSITION)
            .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
            .build());
  }

  private String scan(List<byte[]> files, String mimeType) {
    List<String> streams = new ArrayList<>();
    Map<String, byte[]> parts = new TreeMap<>();
    for (int i = 0; i < files.size(); i++) {
      streams.add("{'cid':'" + i + "'}");
      parts.put(Integer.toString(i), files.get(i));
    }
    String entry =
        Server.with(
            Server.entry(
                "system:objectTypeId",
                "receiptScan",
                "system:parentId",
                folder,
                "receiptPurpose",
                "Porto",
                "receiptAmount",
                "4"),
            "'contentStreams':[" + String.join(",", streams) + "]");
    String body =
        new String(Server.body("{'objects':[" + entry + "]}", parts), StandardCharsets.ISO_8859_1);
    Answer answer =
        server.send(
            server
                .request("objects")
                .header("Content-Type", "multipart/form-data;boundary=bnd-7f21")
                .POST(
                    HttpRequest.BodyPublishers.ofByteArray(
                        body.replace("application/pdf", mimeType)
                            .replace(".pdf\"", "\"")
                            .getBytes(StandardCharsets.ISO_8859_1)))
                .build());
    assertEquals(200, answer.status(), answer.json().toString());
    return answer.id();
  }

  private List<String> files(String id) {
    int count = server.get("objects/" + id + "/contents").json().size();
    List<String> files = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      byte[] bytes = server.get("objects/" + id + "/contents/file/" + i).raw().body();
      files.add(new String(bytes, StandardCharsets.UTF_8));
    }
    return files;
  }

  @Test
  void aRawBodyBecomesTheOnlyFile() {
    String id = server.invoice(folder, "R-1");
    byte[] large = new byte[300_000];
    large[0] = 7;
    Answer answer = send("POST", id + "/contents/file", large);
    assertEquals(200, answer.status(), answer.message());
    assertEquals(1, answer.json().size());
    assertEquals("1", answer.json().path(0).path("cid").asString());
    assertEquals("1.pdf", answer.json().path(0).path("fileName").asString());
    assertEquals("application/pdf", answer.json().path(0).path("mimeType").asString());
    assertEquals(300_000, answer.json().path(0).path("length").asInt());
    assertArrayEquals(large, server.content(id));
    send("POST", id + "/contents/file", utf8("small"));
    assertArrayEquals(utf8("small"), server.content(id));
  }

  @Test
  void singleFilesAreReplacedAndInsertedByIndex() {
    String id = scan(List.of(utf8("a"), utf8("b"), utf8("c")), "image/png");
    assertEquals(200, send("POST", id + "/contents/file/2", utf8("B")).status());
    assertEquals(List.of("a", "B", "c"), files(id));
    Answer answer = send("PUT", id + "/contents/file/1", utf8("0"));
    assertEquals(4, answer.json().size());
    assertEquals(List.of("0", "a", "B", "c"), files(id));
    assertEquals(404, send("PUT", id + "/contents/file/5", utf8("x")).status());
    assertEquals(404, send("POST", id + "/contents/file/0", utf8("x")).status());
    assertEquals(200, send("POST", id + "/contents/file", utf8("only")).status());
    assertEquals(List.of("only"), files(id));
  }

  @Test
  void aFileGoesByItsIndexAndThoseBehindItMoveUp() {
    String id = scan(List.of(utf8("a"), utf8("b"), utf8("c"), utf8("b")), "image/png");
    Answer answer = server.delete("objects/" + id + "/contents/file/2");
    assertEquals(200, answer.status());
    assertEquals(3, answer.json().size());
    assertEquals(List.of("a", "c", "b"), files(id));
    assertEquals(404, server.delete("objects/" + id + "/contents/file/4").status());
    assertEquals(200, server.delete("objects/" + id + "/contents/file/3").status());
    assertEquals(200, server.delete("objects/" + id + "/contents/file/1").status());
    assertEquals(List.of("c"), files(id));
    assertEquals(200, server.delete("objects/" + id + "/contents/file/1").status());
    assertEquals(404, server.get("objects/" + id + "/contents/file").status());
  }

  @Test
  void typesThatHoldOneFileStayWithOne() {
    String id = server.invoice(folder, "R-1");
    send("POST", id + "/contents/file", utf8("one"));
    assertEquals(400, send("PUT", id + "/contents/file/1", utf8("x")).status());
    assertEquals(200, send("POST", id + "/contents/file/1", utf8("two")).status());
    assertEquals(List.of("two"), files(id));
    assertEquals(400, send("POST", folder + "/contents/file", utf8("x")).status());
    assertEquals(404, send("POST", "999/contents/file", utf8("x")).status());
  }

  @Test
  void allContentIsRemovedAtOnce() {
    String id = server.invoice(folder, "R-1");
    send("POST", id + "/contents/file", utf8("one"));
    Answer answer = server.delete("objects/" + id + "/contents/file");
    assertEquals(200, answer.status());
    assertEquals(0, answer.json().path("objects").path(0).path("contentStreams").size());
    assertEquals(404, server.get("objects/" + id + "/contents/file").status());
    assertEquals(
        204, server.delete("objects/" + id + "/contents/file?minimalResponse=true").status());
  }

  @Test
  void theContentOfATypelessDocumentIsHandledAsAWhole() {
    String id = server.typeless(utf8("%PDF-1.7"));
    assertEquals(400, server.delete("objects/" + id + "/contents/file").status());
    assertEquals(400, send("POST", id + "/contents/file/1", utf8("x")).status());
    assertEquals(400, server.get("objects/" + id + "/contents/file/1").status());
    assertEquals(200, send("POST", id + "/contents/file", utf8("new")).status());
    assertArrayEquals(utf8("new"), server.content(id));
  }

  @Test
  void lockedContentIsRefusedToOthers() {
    String id = server.invoice(folder, "R-1");
    server.json("PATCH", "objects/" + id + "/contents/native/lock", "");
    server.as("anna:geheim");
    assertEquals(409, send("POST", id + "/contents/file", utf8("x")).status());
    assertEquals(409, server.delete("objects/" + id + "/contents/file").status());
    assertEquals(404, server.get("objects/" + id + "/contents/file").status());
  }

  @Test
  void severalFilesComeAsAZip() throws IOException {
    String id = scan(List.of(utf8("a"), utf8("b")), "image/png");
    Answer answer = server.get("objects/" + id + "/contents/file?filename=Beleg");
    assertEquals(
        "application/zip", answer.raw().headers().firstValue("Content-Type").orElseThrow());
    assertTrue(
        answer
            .raw()
            .headers()
            .firstValue("Content-Disposition")
            .orElseThrow()
            .contains("Beleg.zip"));
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.raw().body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertEquals(List.of("1.png", "2.png"), names);
  }

  @Test
  void severalTiffFilesComeAsOne() throws IOException {
    String id = scan(List.of(tiff(40), tiff(60)), "image/tiff");
    Answer answer = server.get("objects/" + id + "/contents/file?tiffViaServer=true");
    assertEquals("image/tiff", answer.raw().headers().firstValue("Content-Type").orElseThrow());
    try (ImageInputStream in =
        ImageIO.createImageInputStream(new ByteArrayInputStream(answer.raw().body()))) {
      ImageReader reader = ImageIO.getImageReaders(in).next();
      reader.setInput(in);
      assertEquals(2, reader.getNumImages(true));
      assertEquals(40, reader.getWidth(0));
      assertEquals(60, reader.getWidth(1));
    }
    String broken = scan(List.of(tiff(40), utf8("no image")), "image/tiff");
    assertEquals(
        "application/zip",
        server
            .get("objects/" + broken + "/contents/file")
            .raw()
            .headers()
            .firstValue("Content-Type")
            .orElseThrow());
  }

  private static byte[] tiff(int width) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, 20, BufferedImage.TYPE_BYTE_BINARY), "tiff", bytes);
    return bytes.toByteArray();
  }
}
