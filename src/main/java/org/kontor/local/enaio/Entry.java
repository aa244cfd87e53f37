package org.kontor.local.enaio;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One entry of {@code objects} (reference 3.1.1).
 *
 * @param fields properties that are not system fields, by the name they were sent with
 * @param system system fields in small letters without prefix; empty for a null
 * @param streams the {@code cid} of its content streams; empty when none were sent
 * @param options server job options, 1 as true
 */
record Entry(
    Map<String, JsonNode> fields,
    Map<String, Optional<String>> system,
    List<Stream> streams,
    Map<String, Boolean> options) {

  /** An entry that says nothing. */
  static final Entry NOTHING = new Entry(Map.of(), Map.of(), List.of(), Map.of());

  /** A content stream and the part that holds its bytes. */
  record Stream(String cid, String mimeType, String fileName) {}

  Optional<String> system(String name) {
    return system.getOrDefault(name, Optional.empty()).filter(it -> !it.isEmpty());
  }

  Optional<String> objectId() {
    return system("objectid");
  }

  Optional<String> type() {
    return system("objecttypeid");
  }

  Optional<String> parent() {
    return system("parentid");
  }

  boolean option(String name, boolean otherwise) {
    return options.getOrDefault(name, otherwise);
  }

  /** The same entry for an object that the path names (reference 3.3). */
  Entry forObject(String id) {
    Map<String, Optional<String>> named = new HashMap<>(system);
    named.put("objectid", Optional.of(id));
    return new Entry(fields, named, streams, options);
  }
}
