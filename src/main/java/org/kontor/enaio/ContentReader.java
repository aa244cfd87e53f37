package org.kontor.enaio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.model.ContentInfo;
import tools.jackson.databind.JsonNode;

/** The facts of a document's files (reference 2.8): {@code cid} is the position, from 1. */
final class ContentReader {
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private ContentReader() {}

  static List<ContentInfo> read(JsonNode streams) {
    List<ContentInfo> files = new ArrayList<>();
    for (JsonNode stream : Lenient.list(streams)) {
      if (!stream.isObject()) {
        continue;
      }
      int position = files.size() + 1;
      files.add(
          new ContentInfo(
              Lenient.number(stream, "cid").orElse(position),
              length(stream),
              Lenient.text(stream, "mimeType").orElse("application/octet-stream"),
              Lenient.text(stream, "fileName").orElse(String.valueOf(position)),
              digest(stream)));
    }
    return files;
  }

  private static long length(JsonNode stream) {
    try {
      return Long.parseLong(Lenient.text(stream, "length").orElse("0"));
    } catch (NumberFormatException senseless) {
      return 0;
    }
  }

  private static Optional<String> digest(JsonNode stream) {
    return Lenient.text(stream, "digest", "sha256")
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(text -> SHA_256.matcher(text).matches());
  }
}
