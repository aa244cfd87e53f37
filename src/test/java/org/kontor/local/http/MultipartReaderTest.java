package org.kontor.local.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reading multipart bodies as they come, in pieces of any size. */
final class MultipartReaderTest {
  /** Hands out a body in small pieces of changing size, as a network does. */
  private static final class Dripping extends InputStream {
    private final InputStream body;
    private final Random random;

    Dripping(byte[] body, long seed) {
      this.body = new ByteArrayInputStream(body);
      this.random = new Random(seed);
    }

    @Override
    public int read() throws IOException {
      return body.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      return body.read(target, offset, Math.min(length, 1 + random.nextInt(7)));
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<byte[]> bodies(InputStream in) throws IOException {
    MultipartReader reader = new MultipartReader(in, "b");
    List<byte[]> bodies = new ArrayList<>();
    for (Optional<MultipartReader.Part> part = reader.next();
        part.isPresent();
        part = reader.next()) {
      bodies.add(part.get().body().readAllBytes());
    }
    return bodies;
  }

  @Test
  void givesBackAnyBytesEvenThoseThatLookLikeABoundary() throws IOException {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<byte[]> contents = new ArrayList<>();
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int part = 0; part < 3; part++) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int i = random.nextInt(40); i > 0; i--) {
          String[] pieces = {"\r\n--", "\r", "\n", "--b", "\r\n--c", "x", "\r\n-", "\r\r\n--"};
          content.writeBytes(bytes(pieces[random.nextInt(pieces.length)] + "."));
        }
        contents.add(content.toByteArray());
        body.writeBytes(bytes("--b\r\nContent-Disposition: form-data; name=\"p\"\r\n\r\n"));
        body.writeBytes(content.toByteArray());
        body.writeBytes(bytes("\r\n"));
      }
      body.writeBytes(bytes("--b--"));
      List<byte[]> read = bodies(new Dripping(body.toByteArray(), seed));
      assertEquals(3, read.size());
      for (int i = 0; i < 3; i++) {
        assertArrayEquals(contents.get(i), read.get(i), "seed " + seed);
      }
    }
  }

  @Test
  void skipsPreambleEpilogueAndUnreadParts() throws IOException {
    String body =
        "preamble\r\n--b  \r\ncontent-disposition: form-data; name=one; filename=\"a;b.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nfirst\r\n--b\r\n"
            + "Content-Disposition: form-data; name=\"zwei\"; filename*=UTF-8''%C3%A4%20%2B.pdf;"
            + " filename=\"a.pdf\"\r\n\r\nsecond\r\n--b--\r\nepilogue";
    MultipartReader reader = new MultipartReader(new ByteArrayInputStream(bytes(body)), "b");
    MultipartReader.Part one = reader.next().orElseThrow();
    assertEquals(Optional.of("one"), one.disposition().name());
    assertEquals(Optional.of("a;b.txt"), one.disposition().fileName());
    assertEquals(Optional.of("text/plain"), one.mediaType());
    MultipartReader.Part two = reader.next().orElseThrow();
    assertEquals(Optional.of("ä +.pdf"), two.disposition().fileName());
    assertArrayEquals(bytes("second"), two.body().readAllBytes());
    assertTrue(reader.next().isEmpty());
  }

  @Test
  void unescapesFileNamesAsBrowsersWriteThem() {
    Disposition disposition =
        Disposition.parse(
            "form-data; name=\"c\"; filename=\"a%22b%0D%0A 100%25 \\\"q\\\" C:\\x.pdf\"");
    assertEquals(Optional.of("a\"b\r\n 100%25 \"q\" C:\\x.pdf"), disposition.fileName());
  }

  @Test
  void aBodyCutAtAnyPlaceIsNeverTakenForAWholeOne() {
    byte[] body =
        bytes(
            "--b\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n{}\r\n--b\r\n"
                + "Content-Disposition: form-data; name=\"f\"\r\n\r\nbytes\r\n--b--");
    for (int length = 0; length < body.length; length++) {
      byte[] cut = Arrays.copyOf(body, length);
      assertThrows(EOFException.class, () -> bodies(new ByteArrayInputStream(cut)), "at " + length);
    }
  }

  @Test
  void refusesWhatIsNotMultipart() {
    for (String body :
        List.of(
            "--b\r\nno header\r\n\r\nx\r\n--b--", "--b\r\n\r\nx\r\n--b--", "--bx\r\n\r\n--b--")) {
      assertThrows(
          MalformedBodyException.class, () -> bodies(new ByteArrayInputStream(bytes(body))), body);
    }
    String endless = "--b\r\nX: " + "y".repeat(40_000);
    assertThrows(
        MalformedBodyException.class, () -> bodies(new ByteArrayInputStream(bytes(endless))));
  }
}
