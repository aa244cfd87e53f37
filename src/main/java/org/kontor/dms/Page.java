package org.kontor.dms;

import java.util.List;

/**
 * One part of a listing.
 *
 * @param more whether entries follow
 * @param totalAtLeast how many entries there are; a lower bound where the server counts no further
 *     (reference G6)
 * @param mayBeCut whether the server may have kept back some without a word: what is in no part of
 *     such a listing may be there all the same (decision 0042)
 */
public record Page<T>(List<T> items, boolean more, int totalAtLeast, boolean mayBeCut) {
  public Page {
    items = List.copyOf(items);
  }

  /** Of a listing that shows all there is. */
  public Page(List<T> items, boolean more, int totalAtLeast) {
    this(items, more, totalAtLeast, false);
  }
}
