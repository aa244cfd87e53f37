package org.kontor.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.kontor.local.http.Disposition;
import org.kontor.local.http.MultipartReader;
import org.kontor.model.HostileNames;
import tools.jackson.databind.node.ObjectNode;

/**
 * 5,000 hostile names of files on this computer go out to servers, by each way there is: they are
 * read back as they were, and never end a header, a part or a text.
 */
final class NamesOutTest {
  private static final int COUNT = 5_000;
  private static final int AT_ONCE = 100;
  private static final List<String> NAMES = HostileNames.some(COUNT, 7).toList();

  /** To enaio: JSON beside the parts of a form, which is what decides, and names at the parts. */
  @Test
  void byTheFormOfEnaio() throws Exception {
    for (int from = 0; from < COUNT; from += AT_ONCE) {
      List<String> names = NAMES.subList(from, from + AT_ONCE);
      ObjectNode entry = Json.object();
      List<FilePart> parts = new ArrayList<>();
      for (String name : names) {
        entry.withArray("contentStreams").addObject().put("fileName", name);
        parts.add(part("cid_" + parts.size(), name));
      }
      List<MultipartReader.Part> read = new ArrayList<>();
      List<String> bodies = read(RequestBody.multipart(Json.write(entry), parts), read);

      assertEquals(AT_ONCE + 1, read.size());
      var streams = Json.read(bodies.getFirst().getBytes(StandardCharsets.UTF_8));
      for (int index = 0; index < AT_ONCE; index++) {
        String told = streams.path("contentStreams").get(index).path("fileName").asString();
        assertEquals(names.get(index), told);
        check(read.get(index + 1), "cid_" + index, names.get(index), 3);
      }
    }
  }

  /** To Rillsoft: the name stands at its part only. */
  @Test
  void byTheFormOfRillsoft() throws Exception {
    for (String name : NAMES) {
      SequencedMap<String, String> values = new LinkedHashMap<>();
      values.put("name", name);
      List<MultipartReader.Part> read = new ArrayList<>();
      List<String> bodies = read(RequestBody.values(Optional.of(part("file", name)), values), read);

      assertEquals(2, read.size(), name);
      check(read.getFirst(), "file", name, 2);
      assertEquals(sent(name), bodies.get(1));
      assertEquals(Optional.of("name"), read.get(1).disposition().name());
    }
  }

  /** A file by itself: the name is in a header of the request. */
  @Test
  void byTheHeaderOfASingleFile() {
    for (String name : NAMES) {
      String header = RequestBody.file(part("file", name)).disposition().orElseThrow();
      assertTrue(header.chars().allMatch(c -> c >= ' ' && c <= '~'), header);
      assertEquals(Optional.of(sent(name)), Disposition.parse(header).fileName(), header);
    }
  }

  private static void check(MultipartReader.Part part, String partName, String name, int headers) {
    assertEquals(Optional.of(partName), part.disposition().name());
    // Of a form's name these three are escapes, whoever wrote them: the HTML standard has no other.
    String read =
        sent(name)
            .replace('\\', '_')
            .replace("%0D", "\r")
            .replace("%0A", "\n")
            .replace("%22", "\"");
    assertEquals(Optional.of(read), part.disposition().fileName());
    assertEquals(headers, part.headers().size(), part.headers()::toString);
    assertEquals(Optional.of("application/pdf"), part.mediaType());
  }

  /** Halves of letters are no text; nobody can send them. */
  private static String sent(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  private static FilePart part(String name, String fileName) {
    return new FilePart(
        name, fileName, "application/pdf", Path.of("none"), 0, 0, 0, Optional.empty());
  }

  private static List<String> read(RequestBody body, List<MultipartReader.Part> parts)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (RequestBody.Segment segment : body.segments()) {
      if (segment instanceof RequestBody.Segment.Bytes(var text)) {
        byte[] copy = new byte[text.remaining()];
        text.duplicate().get(copy);
        bytes.writeBytes(copy);
      }
    }
    String boundary = Disposition.parameter(body.contentType(), "boundary").orElseThrow();
    MultipartReader reader =
        new MultipartReader(new ByteArrayInputStream(bytes.toByteArray()), boundary);
    List<String> bodies = new ArrayList<>();
    for (Optional<MultipartReader.Part> part = reader.next();
        part.isPresent();
        part = reader.next()) {
      parts.add(part.get());
      bodies.add(new String(part.get().body().readAllBytes(), StandardCharsets.UTF_8));
    }
    return bodies;
  }
}
