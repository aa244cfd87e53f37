package org.kontor.rillsoft;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Reads what a server tells, by whichever of the names it may use (reference 2.7). */
record Told(RillsoftDialect dialect, JsonNode node) {

  /** Text, number or truth as text; empty where it is missing or null. */
  Optional<String> text(Point point) {
    for (String name : dialect.names(point)) {
      JsonNode value = node.path(name);
      if (value.isString() || value.isNumber() || value.isBoolean()) {
        return Optional.of(value.asString());
      }
    }
    return Optional.empty();
  }

  OptionalLong number(Point point) {
    Optional<String> text = text(point);
    try {
      return text.isPresent()
          ? OptionalLong.of(Long.parseLong(text.get().strip()))
          : OptionalLong.empty();
    } catch (NumberFormatException none) {
      return OptionalLong.empty();
    }
  }

  List<Told> children(Point point) {
    return dialect.names(point).stream()
        .map(node::path)
        .filter(JsonNode::isArray)
        .findFirst()
        .map(list -> list.values().stream().map(entry -> new Told(dialect, entry)).toList())
        .orElse(List.of());
  }
}
