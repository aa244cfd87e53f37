package org.kontor.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Kontor's own definition with a change, as a file beside the data folder. */
public final class DemoDefinition {
  private static final String DEMO = "/org/kontor/local/demo-definition.json";

  private DemoDefinition() {}

  /** With one text in the place of another, which must be there. */
  public static Path with(Path data, String from, String to) throws IOException {
    try (InputStream in = DemoDefinition.class.getResourceAsStream(DEMO)) {
      String json =
          new String(Objects.requireNonNull(in, DEMO).readAllBytes(), StandardCharsets.UTF_8);
      if (!json.contains(from)) {
        throw new AssertionError(from);
      }
      Path file = data.resolveSibling(data.getFileName() + ".json");
      return Files.writeString(file, json.replace(from, to));
    }
  }

  /** With a section of rights. */
  public static Path withRights(Path data, String rights) throws IOException {
    return with(data, "\"cabinet\":", "\"rights\": " + rights + ", \"cabinet\":");
  }
}
