package org.kontor.ui.bin;

import java.util.List;
import java.util.Optional;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;

/**
 * An object that a person wants to delete, with what goes with it.
 *
 * @param places where it lies, where it can lie at several
 * @param registers directly in it, at least
 * @param documents directly in it, at least
 * @param references documents that show its file, at least
 * @param obstacle why it cannot be deleted
 */
record Doomed(
    DmsObject object,
    String title,
    List<Location.Container> places,
    int registers,
    int documents,
    int references,
    Optional<Obstacle> obstacle) {

  enum Obstacle {
    NO_RIGHT,
    CHECKED_OUT,
    RETAINED
  }

  Doomed {
    places = List.copyOf(places);
  }

  boolean hasContents() {
    return registers + documents > 0;
  }
}
