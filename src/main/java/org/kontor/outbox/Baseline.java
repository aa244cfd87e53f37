package org.kontor.outbox;

import java.time.Instant;
import java.util.Set;
import org.kontor.model.ObjectId;

/**
 * What stood on a shelf before something was sent to it. Whatever is among it is never taken for
 * what was sent, however alike and whatever the server's clock says.
 *
 * @param number in the journal, from 1
 * @param from position from which the listing was read; only the end of a long one is
 * @param readable whether the shelf could be listed at all
 */
record Baseline(
    long number, Shelf shelf, int from, Set<ObjectId> objects, boolean readable, Instant taken) {
  Baseline {
    objects = Set.copyOf(objects);
  }

  Baseline numbered(long given) {
    return new Baseline(given, shelf, from, objects, readable, taken);
  }
}
