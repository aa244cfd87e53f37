package org.kontor.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Multipart bodies from files, on the wire (pitfalls: files change under the upload). */
@Timeout(60)
final class UploadTest {
  private static final Resource THING = Resource.of("thing");
  private static final byte[] JSON = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
  private static final int LARGE = 24 * 1024 * 1024;

  @TempDir private Path folder;
  private ScriptedServer server;
  private HttpSession session;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer().json("POST /api/thing", "{}");
    session = session(HttpTimes.DEFAULT);
  }

  @AfterEach
  void stop() throws IOException {
    session.close();
    server.close();
  }

  private HttpSession session(HttpTimes times) {
    return new HttpSession(
        new ServerAddress(server.uri(), "/api"),
        new Credentials("u", () -> "p"),
        Locale.ENGLISH,
        times);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static FilePart part(String name, String fileName, Path path) throws IOException {
    return new FilePart(
        name,
        fileName,
        "application/pdf",
        path,
        Files.size(path),
        Files.getLastModifiedTime(path).toMillis(),
        Optional.empty());
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void theFormIsExactlyThatOfTheReference() throws Exception {
    Path one = file("a", "first".getBytes(StandardCharsets.UTF_8));
    Path two = file("b", new byte[0]);
    RequestBody body =
        RequestBody.multipart(
            JSON, List.of(part("cid_1", "inv-417.pdf", one), part("cid_2", "leer.pdf", two)));
    session.send(THING, body, _ -> {});
    String type = server.last().header("Content-Type");
    assertTrue(type.startsWith("multipart/form-data;boundary="), type);
    String boundary = type.substring(type.indexOf('=') + 1);
    String expected =
        """
        --B
        Content-Disposition: form-data; name="data"
        Content-Type: application/json;charset=UTF-8

        {"a":1}
        --B
        Content-Disposition: form-data; name="cid_1"; filename="inv-417.pdf"
        Content-ID: cid_1
        Content-Type: application/pdf

        first
        --B
        Content-Disposition: form-data; name="cid_2"; filename="leer.pdf"
        Content-ID: cid_2
        Content-Type: application/pdf


        --B--
        """
            .replace("\n", "\r\n")
            .replace("--B", "--" + boundary);
    assertEquals(expected, server.last().text());
    assertEquals(expected.length(), server.last().length());
  }

  @Test
  void namesAreEscapedAsTheHtmlStandardSays() throws Exception {
    Path path = file("a", JSON);
    String name = "Grün\"\r\nX: y%20\\.pdf";
    session.send(THING, RequestBody.multipart(JSON, List.of(part("cid_1", name, path))), _ -> {});
    String body = server.last().text();
    assertTrue(body.contains("filename=\"Grün%22%0D%0AX: y%20_.pdf\"\r\n"), body);
    assertFalse(body.contains("\nX: y"), body);
  }

  @Test
  void aPartOfAFileIsSentFromItsOffset() throws Exception {
    byte[] wanted = random(300_000);
    byte[] pack = new byte[1_000_000];
    System.arraycopy(wanted, 0, pack, 123_456, wanted.length);
    Path path = file("pack", pack);
    RequestBody body =
        RequestBody.multipart(JSON, List.of(within(path, 123_456, wanted.length, sha256(wanted))));
    session.send(THING, body, _ -> {});
    String sent = new String(server.last().body(), StandardCharsets.ISO_8859_1);
    assertTrue(sent.contains(new String(wanted, StandardCharsets.ISO_8859_1)));
    assertEquals(Optional.of(sha256(wanted)), body.sha256("cid_1"));
    FilePart other = within(path, 123_455, wanted.length, sha256(wanted));
    assertThrows(
        HttpFailure.Broken.class,
        () -> session.send(THING, RequestBody.multipart(JSON, List.of(other)), _ -> {}));
    FilePart beyond = within(path, 900_000, wanted.length, sha256(wanted));
    assertThrows(
        HttpFailure.FileUnusable.class,
        () -> session.send(THING, RequestBody.multipart(JSON, List.of(beyond)), _ -> {}));
  }

  private static FilePart within(Path path, long offset, long length, String sha256) {
    return new FilePart("cid_1", "a", "x/y", path, offset, length, 0, Optional.of(sha256));
  }

  @Test
  void aMediaTypeCannotBringHeadersOfItsOwn() throws Exception {
    Path path = file("a", JSON);
    FilePart evil =
        new FilePart(
            "cid_1", "a", "text/plain\r\nX: y", path, JSON.length, 0, Optional.of(sha256(JSON)));
    session.send(THING, RequestBody.multipart(JSON, List.of(evil)), _ -> {});
    assertTrue(server.last().text().contains("Content-Type: application/octet-stream\r\n"));
    assertFalse(server.last().text().contains("X: y"));
  }

  @Test
  void largeFilesArriveWholeWithDigestAndProgress() throws Exception {
    byte[] bytes = random(3 * 1024 * 1024 + 17);
    Path path = file("large", bytes);
    RequestBody body = RequestBody.multipart(JSON, List.of(part("cid_1", "l.bin", path)));
    AtomicLong progress = new AtomicLong();
    session.send(THING, body, progress::set);
    byte[] received = server.last().body();
    ByteArrayOutputStream middle = new ByteArrayOutputStream();
    int begin = indexOf(received, "application/pdf\r\n\r\n") + "application/pdf\r\n\r\n".length();
    middle.write(received, begin, bytes.length);
    assertArrayEquals(bytes, middle.toByteArray());
    assertEquals(bytes.length, progress.get());
    assertEquals(Optional.of(sha256(bytes)), body.sha256("cid_1"));
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, 0, 2_000, StandardCharsets.ISO_8859_1).indexOf(text);
  }

  @Test
  void aFileThatIsGoneOrChangedIsNoticedBeforeAnythingIsSent() throws Exception {
    Path path = file("a", JSON);
    FilePart good = part("cid_1", "a", path);
    RequestBody missing = RequestBody.multipart(JSON, List.of(good));
    Files.delete(path);
    assertUnusable(missing);
    file("a", random(99));
    assertUnusable(RequestBody.multipart(JSON, List.of(good)));
    file("a", JSON);
    Files.setLastModifiedTime(path, FileTime.fromMillis(good.modifiedMillis() - 5_000));
    assertUnusable(RequestBody.multipart(JSON, List.of(good)));
    assertEquals(0, server.exchanges().size());
  }

  private void assertUnusable(RequestBody body) {
    assertThrows(HttpFailure.FileUnusable.class, () -> session.send(THING, body, _ -> {}));
  }

  @Test
  void aFileThatGrowsIsCutBeforeTheServerHasTheWholeRequest() throws Exception {
    changesWhileSent(path -> Files.write(path, new byte[] {1, 2, 3}, StandardOpenOption.APPEND));
  }

  @Test
  void aFileThatShrinksFails() throws Exception {
    changesWhileSent(
        path -> {
          try (RandomAccessFile raw = new RandomAccessFile(path.toFile(), "rw")) {
            raw.setLength(LARGE / 2);
          }
        });
  }

  private interface Change {
    void to(Path path) throws IOException;
  }

  private void changesWhileSent(Change change) throws Exception {
    Path path = file("large", random(LARGE));
    server.on(
        "POST /api/thing",
        it -> {
          change.to(path);
          it.respond(200, "{}");
        });
    RequestBody body = RequestBody.multipart(JSON, List.of(part("cid_1", "l", path)));
    HttpFailure.Broken broken =
        assertThrows(HttpFailure.Broken.class, () -> session.send(THING, body, _ -> {}));
    assertFalse(broken.wholeRequestLeft());
    assertTrue(server.last().received().length < server.last().length());
    assertEquals(1, server.exchanges().size());
  }

  @Test
  void aFileOfOtherBytesThanAcceptedNeverArrivesWhole() throws Exception {
    Path path = file("a", JSON);
    FilePart other =
        new FilePart(
            "cid_1", "a", "text/plain", path, JSON.length, 0, Optional.of(sha256(random(9))));
    RequestBody body = RequestBody.multipart(JSON, List.of(other));
    assertThrows(HttpFailure.Broken.class, () -> session.send(THING, body, _ -> {}));
    assertEquals(Optional.empty(), body.sha256("cid_1"));
  }

  @Test
  void anUploadThatStallsIsGivenUp() throws Exception {
    Path path = file("large", random(LARGE));
    server.on("POST /api/thing", ScriptedServer.Exchange::hang);
    try (HttpSession impatient = session(HttpSessionTest.impatient())) {
      RequestBody body = RequestBody.multipart(JSON, List.of(part("cid_1", "l", path)));
      HttpFailure.Broken broken =
          assertThrows(HttpFailure.Broken.class, () -> impatient.send(THING, body, _ -> {}));
      assertFalse(broken.wholeRequestLeft());
    }
  }
}
