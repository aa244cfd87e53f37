package org.kontor.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file in which the window keeps what a person arranged for herself: favourite places, keys,
 * what was put aside. Lines of text on pages with names, those of each server apart. None of it
 * matters to what was filed, so a file that cannot be read is begun anew. Safe from any thread.
 */
public final class NotebookFile {
  private final ObjectMapper json = JsonMapper.builder().build();
  private final Path file;
  private final Map<String, Map<String, List<String>>> pages;

  private NotebookFile(Path file, Map<String, Map<String, List<String>>> pages) {
    this.file = file;
    this.pages = pages;
  }

  /** Reads the file, where there is one; blocks. */
  public static NotebookFile open(Path file) throws IOException {
    Map<String, Map<String, List<String>>> pages = new TreeMap<>();
    if (Files.exists(file)) {
      try {
        JsonNode root = JsonMapper.builder().build().readTree(Files.readString(file));
        root.propertyStream().forEach(book -> pages.put(book.getKey(), book(book.getValue())));
      } catch (JacksonException _) {
        pages.clear();
      }
    }
    return new NotebookFile(file, pages);
  }

  /**
   * The lines of a page; none where it was never written.
   *
   * @param book key of a server's profile, or "" for what counts everywhere
   */
  public synchronized List<String> page(String book, String name) {
    return pages.getOrDefault(book, Map.of()).getOrDefault(name, List.of());
  }

  /** Replaces a page; {@link #save} keeps it. */
  public synchronized void write(String book, String name, List<String> lines) {
    pages.computeIfAbsent(book, _ -> new HashMap<>()).put(name, List.copyOf(lines));
  }

  /** Writes everything to the disk; blocks. A crash meanwhile leaves the old file whole. */
  public synchronized void save() throws IOException {
    ObjectNode root = json.createObjectNode();
    pages.forEach(
        (book, named) -> {
          ObjectNode node = root.putObject(book);
          new TreeMap<>(named)
              .forEach(
                  (name, lines) -> {
                    var array = node.putArray(name);
                    lines.forEach(array::add);
                  });
        });
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path sibling = Files.createTempFile(folder, "notebook", ".new");
    Files.write(
        sibling,
        json.writerWithDefaultPrettyPrinter()
            .writeValueAsString(root)
            .getBytes(StandardCharsets.UTF_8));
    try (var channel = FileChannel.open(sibling, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(sibling, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Map<String, List<String>> book(JsonNode node) {
    Map<String, List<String>> named = new HashMap<>();
    node.propertyStream()
        .forEach(
            page -> {
              List<String> lines = new ArrayList<>();
              page.getValue()
                  .forEach(
                      line -> {
                        if (line.isString()) {
                          lines.add(line.stringValue());
                        }
                      });
              named.put(page.getKey(), List.copyOf(lines));
            });
    return named;
  }
}
