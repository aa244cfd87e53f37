package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.kontor.ui.common.Place;

/** The places that were shown, to go back and forward between them. */
final class PlaceHistory {
  private static final int KEPT = 100;

  private final List<Place> places = new ArrayList<>();
  private final ReadOnlyBooleanWrapper hasBack = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasForward = new ReadOnlyBooleanWrapper();
  private int at = -1;

  /** A place is shown: what lay forward is forgotten, unless it is the one just gone to. */
  void shown(Place place) {
    if (at >= 0 && places.get(at).location().equals(place.location())) {
      places.set(at, place);
      return;
    }
    places.subList(at + 1, places.size()).clear();
    places.add(place);
    if (places.size() > KEPT) {
      places.removeFirst();
    }
    at = places.size() - 1;
    tell();
  }

  /** The place before, which counts as shown now. */
  Optional<Place> back() {
    return go(-1);
  }

  /** The place that {@link #back} was called at. */
  Optional<Place> forward() {
    return go(1);
  }

  ReadOnlyBooleanProperty hasBackProperty() {
    return hasBack.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty hasForwardProperty() {
    return hasForward.getReadOnlyProperty();
  }

  private Optional<Place> go(int by) {
    int next = at + by;
    if (next < 0 || next >= places.size()) {
      return Optional.empty();
    }
    at = next;
    tell();
    return Optional.of(places.get(at));
  }

  private void tell() {
    hasBack.set(at > 0);
    hasForward.set(at < places.size() - 1);
  }
}
