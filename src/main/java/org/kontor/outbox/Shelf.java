package org.kontor.outbox;

import org.kontor.dms.Operation;
import org.kontor.model.Location;

/**
 * Where an inserted object will be seen.
 *
 * @param containersToo whether it may turn out to be a register: an insert without files
 */
record Shelf(Location place, boolean containersToo) {
  static Shelf of(Operation.NewObject made) {
    return new Shelf(
        made.target(), made instanceof Operation.Insert insert && insert.files().isEmpty());
  }

  boolean isAt(Location.Container other) {
    return place instanceof Location.Container here && here.id().equals(other.id());
  }
}
