package org.kontor.enaio;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.model.Rights;
import tools.jackson.databind.JsonNode;

/** The caller's rights, under either of their names (reference 2.8, G31). */
final class RightsReader {
  private static final String INDEX_DATA = "metadata";
  private static final String CONTENT = "object";

  private RightsReader() {}

  /** Of an entry of a result; empty where it carries none. */
  static Optional<Rights> read(JsonNode entry) {
    return Stream.of("permissions", "acl")
        .flatMap(
            name ->
                Stream.of(
                    entry.path(name),
                    entry.path(Wire.PROPERTIES).path(name).path(Wire.VALUE),
                    entry.path(Wire.PROPERTIES).path(name)))
        .filter(rights -> rights.has("read") || rights.has("write") || rights.has("delete"))
        .findFirst()
        .map(RightsReader::rights);
  }

  private static Rights rights(JsonNode json) {
    Set<String> read = granted(json.path("read"));
    Set<String> write = granted(json.path("write"));
    Set<String> delete = granted(json.path("delete"));
    return new Rights(
        read.contains(INDEX_DATA),
        read.contains(CONTENT),
        write.contains(INDEX_DATA),
        write.contains(CONTENT),
        !delete.isEmpty());
  }

  /** A list of what is granted; a plain yes grants all of it. */
  private static Set<String> granted(JsonNode json) {
    List<String> named =
        Lenient.list(json).stream().flatMap(each -> Lenient.text(each).stream()).toList();
    return named.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .flatMap(
            name ->
                switch (name) {
                  case "true", "1" -> Stream.of(INDEX_DATA, CONTENT);
                  case "false", "0", "" -> Stream.<String>of();
                  default -> Stream.of(name);
                })
        .collect(Collectors.toSet());
  }
}
