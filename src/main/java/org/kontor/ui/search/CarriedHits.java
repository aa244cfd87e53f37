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
    List<Optional<Location>> all =
        selected.read().stream()
            .map(object -> places.of(object.id()).map(HitPlaces.Known::location))
            .distinct()
            .toList();
    return all.size() == 1 ? all.getFirst() : Optional.empty();
  }

  /** What a cut or "move to" carries: hits of one place, all of them read. Empty otherwise. */
  public Optional<Dragged> fromOnePlace() {
    List<DmsObject> objects = selected.read();
    if (objects.size() != selection.count()) {
      return Optional.empty();
    }
    return switch (place().orElse(null)) {
      case Location.Container place -> Optional.of(new Dragged.Objects(place, objects));
      case Location.Tray _ ->
          Optional.of(
              new Dragged.TrayDocuments(
                  objects.stream().map(DmsObject.Document.class::cast).toList()));
      case Location.Top _ -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  /**
   * What a drag with the mouse carries: files go to other programs also where the hits lie in
   * different places. Empty where a selected row was not read yet.
   */
  Optional<Dragged> dragged() {
    List<DmsObject> objects = selected.read();
    return fromOnePlace()
        .or(
            () ->
                objects.isEmpty() || objects.size() != selection.count()
                    ? Optional.empty()
                    : Optional.of(new Dragged.Scattered(objects)));
  }
}
