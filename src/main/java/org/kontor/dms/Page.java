package org.kontor.dms;

import java.util.List;

/**
 * One part of a listing.
 *
 * @param more whether entries follow
 * @param totalAtLeast how many entries there are; a lower bound where the server counts no further
 *     (reference G6)
 */
public record Page<T>(List<T> items, boolean more, int totalAtLeast) {
  public Page {
    items = List.copyOf(items);
  }
}
