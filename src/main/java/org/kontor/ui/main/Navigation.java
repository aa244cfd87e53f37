package org.kontor.ui.main;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.kontor.model.Location;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.PlaceShelf;
import org.kontor.ui.tree.ArchiveTreeViewModel;

/**
 * Where the person is, where she came from, and the ways from here. On the window's thread only.
 */
final class Navigation {
  private final ArchiveTreeViewModel tree;
  private final PlaceShelf shelf;
  private final PlaceHistory history = new PlaceHistory();

  Navigation(ArchiveTreeViewModel tree, PlaceShelf shelf) {
    this.tree = tree;
    this.shelf = shelf;
    history.shown(tree.selected().get());
    tree.selected().addListener((_, _, place) -> shown(place));
  }

  /** The place that is shown. */
  ReadOnlyObjectProperty<Place> hereProperty() {
    return tree.selected();
  }

  /** The places that it lies in, from the cabinet down. */
  ReadOnlyObjectProperty<List<Place>> aboveProperty() {
    return tree.above();
  }

  ReadOnlyBooleanProperty hasBackProperty() {
    return history.hasBackProperty();
  }

  ReadOnlyBooleanProperty hasForwardProperty() {
    return history.hasForwardProperty();
  }

  /** Whether the place shown can be a favourite. */
  boolean isContainer() {
    return hereProperty().get().location() instanceof Location.Container;
  }

  boolean isFavourite() {
    return shelf.isFavourite(hereProperty().get().location());
  }

  /** Told when another place is a favourite. */
  void onFavourites(Runnable listener) {
    shelf.onChange(listener);
  }

  void toggleFavourite() {
    if (isContainer()) {
      shelf.toggleFavourite(hereProperty().get());
    }
  }

  void back() {
    history.back().map(Place::location).ifPresent(tree::select);
  }

  void forward() {
    history.forward().map(Place::location).ifPresent(tree::select);
  }

  /** To what the place shown lies in. */
  void up() {
    List<Place> above = aboveProperty().get();
    if (!above.isEmpty()) {
      tree.select(above.getLast().location());
    }
  }

  void go(Location location) {
    tree.select(location);
  }

  /** Other places that were looked into and nothing was put into, the last one first. */
  List<Place> opened() {
    Location here = hereProperty().get().location();
    return shelf.opened().stream().filter(place -> !place.location().equals(here)).toList();
  }

  private void shown(Place place) {
    history.shown(place);
    shelf.opened(place);
  }
}
