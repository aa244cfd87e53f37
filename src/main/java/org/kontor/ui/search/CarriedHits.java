package org.kontor.ui.search;

import java.util.List;
import java.util.Optional;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.RowSelection;
import org.kontor.ui.common.SelectedObjects;

/** The selected hits as something that can go elsewhere. */
public final class CarriedHits {
  private final RowSelection selection;
  private final SelectedObjects selected;
  private final HitPlaces places;

  CarriedHits(RowSelection selection, SelectedObjects selected, HitPlaces places) {
    this.selection = selection;
    this.selected = selected;
    this.places = places;
  }

  /** Where all of them lie; empty where they lie apart, or that is not known. */
  public Optional<Location> place() {
    List<Optional<Location>> all = selected.read().stream().map(this::placeOf).distinct().toList();
    return all.size() == 1 ? all.getFirst() : Optional.empty();
  }

  /** What a drag, a cut or "move to" carries; empty where a selected row was not read yet. */
  public Optional<Dragged> dragged() {
    List<DmsObject> objects = selected.read();
    if (objects.isEmpty() || objects.size() != selection.count()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (place().orElse(null)) {
          case Location.Container place -> new Dragged.Objects(place, objects);
          case Location.Tray _
              when objects.stream().allMatch(DmsObject.Document.class::isInstance) ->
              new Dragged.TrayDocuments(
                  objects.stream().map(DmsObject.Document.class::cast).toList());
          case Location.Tray _, Location.Top _ -> scattered(objects);
          case null -> scattered(objects);
        });
  }

  private Dragged scattered(List<DmsObject> objects) {
    return new Dragged.Scattered(
        objects.stream().map(object -> new Dragged.Found(object, placeOf(object))).toList());
  }

  /** As its row shows it: a place without a name is none that could be looked into. */
  private Optional<Location> placeOf(DmsObject object) {
    return places
        .of(object.id())
        .filter(known -> !known.path().isEmpty())
        .map(HitPlaces.Known::location);
  }
}
