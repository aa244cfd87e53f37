package org.kontor.enaio;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/**
 * Reads what servers write in several ways: numbers as strings, lists of one as bare objects, flags
 * as 1 or true (reference 1.6, 3.9).
 */
final class Lenient {
  private Lenient() {}

  /** The elements of an array, or the one thing that stands in its place. */
  static List<JsonNode> list(JsonNode node) {
    if (node.isArray()) {
      return List.copyOf(node.values());
    }
    return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
  }

  /** A string, number or boolean as text. */
  static Optional<String> text(JsonNode node) {
    if (node.isString() || node.isNumber() || node.isBoolean()) {
      return Optional.of(node.asString());
    }
    return Optional.empty();
  }

  /** The first of several members that holds a text that is not blank. */
  static Optional<String> text(JsonNode owner, String... names) {
    for (String name : names) {
      Optional<String> found = text(owner.path(name)).filter(text -> !text.isBlank());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  static boolean isOn(JsonNode owner, String... names) {
    return text(owner, names)
        .filter(text -> text.equals("1") || text.equalsIgnoreCase("true"))
        .isPresent();
  }

  static OptionalInt number(JsonNode owner, String... names) {
    Optional<String> found = text(owner, names);
    try {
      return found.isPresent()
          ? OptionalInt.of(Integer.parseInt(found.get().strip()))
          : OptionalInt.empty();
    } catch (NumberFormatException notOne) {
      return OptionalInt.empty();
    }
  }
}
