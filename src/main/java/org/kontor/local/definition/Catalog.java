package org.kontor.local.definition;

import java.util.Set;

/**
 * The values that a field is limited to.
 *
 * @param multiple whether a value may be several entries, joined with {@code |} (reference 2.7)
 * @param values every selectable value, of all levels of a tree
 */
public record Catalog(boolean multiple, Set<String> values) {
  /** Keeps an own copy of the values. */
  public Catalog {
    values = Set.copyOf(values);
  }
}
