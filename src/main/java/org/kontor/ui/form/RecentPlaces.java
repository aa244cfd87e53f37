package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.List;
import org.kontor.ui.common.Place;

/** The places used last. Called on the window's thread. */
interface RecentPlaces {

  /** The place used last first. */
  List<Place> newestFirst();

  void used(Place place);

  /** Remembers the last ones until the program ends. */
  static RecentPlaces inMemory() {
    return new RecentPlaces() {
      private static final int KEPT = 10;
      private final List<Place> places = new ArrayList<>();

      @Override
      public List<Place> newestFirst() {
        return List.copyOf(places);
      }

      @Override
      public void used(Place place) {
        places.removeIf(known -> known.location().equals(place.location()));
        places.addFirst(place);
        if (places.size() > KEPT) {
          places.removeLast();
        }
      }
    };
  }
}
