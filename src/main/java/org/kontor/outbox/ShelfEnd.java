package org.kontor.outbox;

import java.util.Map;
import java.util.Optional;
import org.kontor.model.ObjectId;

/**
 * The end of a shelf as it was listed last: a hint for where new objects stand, so that reading
 * them back does not list what was listed before. What is not seen where the hint points is read by
 * itself.
 *
 * @param from position of the first that was listed
 * @param end how many stood there
 * @param positions of those listed
 */
record ShelfEnd(Shelf shelf, int from, int end, Map<ObjectId, Integer> positions) {
  ShelfEnd {
    positions = Map.copyOf(positions);
  }

  /** Nothing but where it ends. */
  static ShelfEnd at(Shelf shelf, int end) {
    return new ShelfEnd(shelf, end, end, Map.of());
  }

  static ShelfEnd of(Shelf shelf, Listing.Tail tail) {
    return new ShelfEnd(shelf, tail.from(), tail.end(), tail.positions());
  }

  /**
   * Where an object stands, or what it surely stands behind: new ones come to the end.
   *
   * @param behind how many stood there before it; 0 for unknown
   */
  int position(Optional<ObjectId> object, int behind) {
    return behind < from || behind == 0
        ? behind
        : object.map(id -> positions.getOrDefault(id, end)).orElse(behind);
  }
}
