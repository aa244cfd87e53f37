package org.kontor.local.query;

import java.util.List;
import java.util.Optional;

/**
 * A parsed statement (reference 3.8).
 *
 * @param selects one, or several joined by UNION
 * @param order what the hits of all of them are ordered by
 */
record Statement(List<Select> selects, boolean keepDuplicates, List<Order> order) {

  /** One select; no items stand for {@code *}. */
  record Select(List<Item> items, Condition.Name from, Optional<Condition> where) {
    boolean everything() {
      return items.isEmpty();
    }
  }

  /** A column of the answer and the key it gets there. */
  record Item(Condition.Name column, String key) {}

  /** One sort key. */
  record Order(Condition.Name column, boolean descending) {}
}
