package org.kontor.ui.tree;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.PlaceShelf;

/** The places worth having at hand, as lines above the cabinets, under headings that open. */
final class Shelves {
  private final PlaceShelf places;
  private final Messages messages;
  private final Set<TreeRow.Which> open = EnumSet.of(TreeRow.Which.FAVOURITES);

  Shelves(PlaceShelf places, Messages messages) {
    this.places = places;
    this.messages = messages;
  }

  /** From top to bottom; a shelf on which nothing stands is left out. */
  List<TreeRow> rows() {
    List<TreeRow> rows = new ArrayList<>();
    add(rows, TreeRow.Which.FAVOURITES, places.favourites());
    add(
        rows,
        TreeRow.Which.RECENT,
        Stream.concat(places.recent().stream(), places.opened().stream()).toList());
    return rows;
  }

  /** Opens a shelf, or closes it. */
  void turn(TreeRow.Which which) {
    if (!open.remove(which)) {
      open.add(which);
    }
  }

  private void add(List<TreeRow> rows, TreeRow.Which which, List<Place> shelved) {
    if (shelved.isEmpty()) {
      return;
    }
    boolean isOpen = open.contains(which);
    rows.add(
        new TreeRow.Shelf(
            which,
            messages.get("shelf." + which),
            isOpen ? TreeRow.Opening.OPEN : TreeRow.Opening.CLOSED));
    if (isOpen) {
      shelved.forEach(place -> rows.add(new TreeRow.Shelved(place)));
    }
  }
}
