package org.kontor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The values a catalog field may take (reference 2.7).
 *
 * @param kind how the entries are shown; only trees and hierarchies have nested ones
 */
public record Catalog(Shape kind, List<Entry> entries) {
  /** How a catalog is laid out. In a hierarchy only leaves may be chosen. */
  public enum Shape {
    LIST,
    TREE,
    HIERARCHY
  }

  /**
   * One value of a catalog.
   *
   * @param value what is stored
   * @param label what is shown
   */
  public record Entry(String value, LocalizedText label, List<Entry> children) {
    public Entry {
      children = List.copyOf(children);
    }

    private Stream<Entry> withDescendants() {
      return Stream.concat(Stream.of(this), children.stream().flatMap(Entry::withDescendants));
    }
  }

  public Catalog {
    entries = List.copyOf(entries);
  }

  /** The entries that may be chosen, in order, parents before children. */
  public Stream<Entry> choices() {
    Stream<Entry> all = entries.stream().flatMap(Entry::withDescendants);
    return kind == Shape.HIERARCHY ? all.filter(entry -> entry.children().isEmpty()) : all;
  }

  public Optional<Entry> choice(String value) {
    return choices().filter(entry -> entry.value().equals(value)).findFirst();
  }
}
