package org.kontor.local.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of JSON that remembers where in its file it began; lines and columns count from 1. */
sealed interface Located {
  int line();

  int column();

  /** A JSON object; of a member that is written twice the reader refuses the second. */
  record Members(Map<String, Located> members, int line, int column) implements Located {}

  /** A JSON array. */
  record Items(List<Located> items, int line, int column) implements Located {}

  /** A text, number, true or false as text. */
  record Scalar(String text, int line, int column) implements Located {}

  /** A JSON null. */
  record Nothing(int line, int column) implements Located {}

  /** The member of an object; empty for a null, a missing one and for anything but an object. */
  default Optional<Located> member(String name) {
    return this instanceof Members object
        ? Optional.ofNullable(object.members().get(name)).filter(it -> !(it instanceof Nothing))
        : Optional.empty();
  }

  /** The text of a scalar member. */
  default Optional<String> text(String name) {
    return member(name)
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .map(Scalar::text)
        .filter(text -> !text.isEmpty());
  }

  /** A member as a list: a lone object counts as a list of one (reference 3.9). */
  default List<Located> list(String name) {
    return member(name).map(it -> it instanceof Items array ? array.items() : List.of(it)).stream()
        .flatMap(List::stream)
        .toList();
  }

  /** A list in the XML manner, {@code "names": {"name": [...]}}. */
  default List<Located> list(String wrapper, String name) {
    return member(wrapper).map(it -> it.list(name)).orElse(List.of());
  }
}
