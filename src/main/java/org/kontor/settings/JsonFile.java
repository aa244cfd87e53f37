package org.kontor.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small file with one JSON object. A damaged one is moved aside, and a crash while writing leaves
 * the old file whole.
 */
final class JsonFile {
  private final ObjectMapper json = JsonMapper.builder().build();
  private final Path file;

  JsonFile(Path file) {
    this.file = file;
  }

  /** What it holds; an empty object where there is no file. */
  ObjectNode read() throws IOException {
    if (Files.notExists(file)) {
      return json.createObjectNode();
    }
    try {
      if (json.readTree(Files.readAllBytes(file)) instanceof ObjectNode root) {
        return root;
      }
    } catch (JacksonException _) {
      // Falls through: a file that is no JSON is as damaged as one that is no object.
    }
    Files.move(
        file,
        file.resolveSibling(file.getFileName() + ".damaged"),
        StandardCopyOption.REPLACE_EXISTING);
    return json.createObjectNode();
  }

  void replace(ObjectNode root) throws IOException {
    String content = json.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path sibling = Files.createTempFile(folder, "settings", ".new");
    Files.write(sibling, content.getBytes(StandardCharsets.UTF_8));
    try (var channel = FileChannel.open(sibling, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(sibling, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
