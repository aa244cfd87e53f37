package org.kontor.app.single;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How two starts talk: lines of UTF-8. The second asks with {@link #READY} until the window has
 * answered, then sends its errand as one JSON object, and is told {@link #TAKEN}. Nothing is done
 * for a start that went away before it sent the errand.
 */
final class Wire {
  static final String READY = "ready?";
  static final String YES = "yes";
  static final String TAKEN = "taken";

  /** Ten thousand long paths; nobody selects more to send them. */
  private static final int LONGEST_LINE = 8 << 20;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final ByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(8192).flip();

  Wire(ByteChannel channel) {
    this.channel = channel;
  }

  void send(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  void send(Errand errand) throws IOException {
    ObjectNode node = JSON.createObjectNode();
    errand.files().forEach(file -> node.withArray("files").add(file.toString()));
    errand.links().forEach(link -> node.withArray("links").add(link));
    send(JSON.writeValueAsString(node));
  }

  /**
   * @throws EOFException when the other side went away
   */
  String line() throws IOException {
    ByteBuffer line = ByteBuffer.allocate(1024);
    while (true) {
      if (!buffer.hasRemaining()) {
        buffer.clear();
        if (channel.read(buffer) < 0) {
          throw new EOFException();
        }
        buffer.flip();
        continue;
      }
      byte next = buffer.get();
      if (next == '\n') {
        return StandardCharsets.UTF_8.decode(line.flip()).toString();
      }
      line = room(line).put(next);
    }
  }

  private static ByteBuffer room(ByteBuffer line) throws IOException {
    if (line.hasRemaining()) {
      return line;
    }
    if (line.capacity() >= LONGEST_LINE) {
      throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
    }
    return ByteBuffer.allocate(line.capacity() * 2).put(line.flip());
  }

  Errand errand() throws IOException {
    try {
      JsonNode node = JSON.readTree(line());
      List<Path> files = new ArrayList<>();
      node.path("files").forEach(file -> files.add(Path.of(file.asString())));
      List<String> links = new ArrayList<>();
      node.path("links").forEach(link -> links.add(link.asString()));
      return new Errand(files, links);
    } catch (JacksonException | InvalidPathException malformed) {
      throw new IOException("not an errand", malformed);
    } catch (IllegalArgumentException relative) {
      throw new IOException(relative);
    }
  }
}
