package org.kontor.ui.form;

import java.util.List;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.kontor.ui.common.Place;

/**
 * Places by a few letters of their names: favourite and recent ones at once, those of the server a
 * moment after the last letter. On the window's thread only.
 */
public final class PlaceSearch {
  private final PlaceChoice places;

  PlaceSearch(PlaceChoice places) {
    this.places = places;
  }

  /** Best first. */
  public List<Place> places() {
    return places.rows().stream().map(PlaceRow::place).toList();
  }

  /** Whether more may come. */
  public ReadOnlyBooleanProperty searchingProperty() {
    return places.searchingProperty();
  }

  public boolean isFavourite(Place place) {
    return places.isFavourite(place);
  }

  /** Called when {@link #places} has changed. */
  public void onChange(Runnable listener) {
    places.rows().addListener((Observable _) -> listener.run());
  }

  /** Nothing typed gives the favourite places and those used last. */
  public void search(String letters) {
    places.search(letters);
  }

  /** Nothing is wanted any more. */
  public void stop() {
    places.clear();
  }
}
