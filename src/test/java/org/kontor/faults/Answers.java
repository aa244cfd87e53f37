package org.kontor.faults;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers of a server, bent. */
final class Answers {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private Answers() {}

  /** The last object first. */
  static String inAnotherOrder(String body) {
    if (JSON.readTree(body) instanceof ObjectNode root
        && root.path("objects") instanceof ArrayNode objects
        && objects.size() > 1) {
      objects.insert(0, objects.remove(objects.size() - 1));
      return JSON.writeValueAsString(root);
    }
    return body;
  }

  /** The first object in the place of the second, too. */
  static String namingOneTwice(String body) {
    if (JSON.readTree(body) instanceof ObjectNode root
        && root.path("objects") instanceof ArrayNode objects
        && objects.size() > 1) {
      objects.set(1, objects.get(0));
      return JSON.writeValueAsString(root);
    }
    return body;
  }

  /** In the form of a Retry-After. */
  static String soon() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2));
  }
}
