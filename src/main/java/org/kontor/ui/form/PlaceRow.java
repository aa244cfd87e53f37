package org.kontor.ui.form;

import org.kontor.ui.common.Place;

/** A place offered in the chooser. */
record PlaceRow(Place place, PlacePolicy.Fit fit) {
  boolean isChoosable() {
    return fit == PlacePolicy.Fit.FITS;
  }

  /** Its name with the names above it, as one writes it. */
  static String written(Place place) {
    int levels = place.path().size();
    // The cabinet is told by the type; the container directly above tells places apart.
    return levels > 1 ? place.path().getLast() + CatalogIndex.STEP + place.title() : place.title();
  }
}
