package org.kontor.rillsoft;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Finds a list in an answer: bare, as a member of an object, or of the object in one, or as an
 * object whose members are numbered, which is how some servers write a list with gaps (reference
 * 2.7, G8).
 */
final class Wrapping {
  private static final String DIGITS = "[0-9]+";

  private Wrapping() {}

  /** Its entries; empty where the answer holds no list. */
  static Optional<List<JsonNode>> list(JsonNode answer) {
    return arrayIn(answer)
        .or(() -> members(answer).map(Wrapping::arrayIn).flatMap(Optional::stream).findFirst());
  }

  /** Of several the first that holds objects: links and the like may stand beside the list. */
  private static Optional<List<JsonNode>> arrayIn(JsonNode node) {
    if (node.isArray()) {
      return Optional.of(List.copyOf(node.values()));
    }
    if (!node.isObject()) {
      return Optional.empty();
    }
    if (node.isEmpty() || isNumbered(node)) {
      return Optional.of(List.copyOf(node.values()));
    }
    List<JsonNode> arrays = node.values().stream().filter(JsonNode::isArray).toList();
    return arrays.stream()
        .filter(array -> array.values().stream().anyMatch(JsonNode::isObject))
        .findFirst()
        .or(() -> arrays.stream().findFirst())
        .map(array -> List.copyOf(array.values()));
  }

  private static boolean isNumbered(JsonNode object) {
    return object.properties().stream()
        .allMatch(entry -> entry.getKey().matches(DIGITS) && entry.getValue().isObject());
  }

  /** The objects in an answer, one level down. */
  static Stream<JsonNode> members(JsonNode node) {
    return node.isObject() ? node.values().stream().filter(JsonNode::isObject) : Stream.empty();
  }
}
