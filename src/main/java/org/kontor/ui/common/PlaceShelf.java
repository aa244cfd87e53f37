package org.kontor.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** The folders and registers that a person marked as favourites, and those used last. */
public final class PlaceShelf {
  private static final int RECENT_KEPT = 10;
  private static final String FAVOURITES = "places.favourite";
  private static final String RECENT = "places.recent";
  private static final String BETWEEN = "\t";

  private final Notebook notebook;
  private final List<Place> favourites;
  private final List<Place> recent;
  private final List<Runnable> listeners = new ArrayList<>();

  public PlaceShelf(Notebook notebook) {
    this.notebook = notebook;
    favourites = read(FAVOURITES);
    recent = read(RECENT);
  }

  /** In the order in which they were marked. */
  public List<Place> favourites() {
    return List.copyOf(favourites);
  }

  /** The place used last first, without favourites. */
  public List<Place> recent() {
    return recent.stream().filter(place -> !isFavourite(place.location())).toList();
  }

  /** Favourites, then those used last. */
  public List<Place> all() {
    return Stream.concat(favourites.stream(), recent().stream()).toList();
  }

  public boolean isFavourite(Location location) {
    return favourites.stream().anyMatch(place -> place.location().equals(location));
  }

  /** Marks a folder or register, or takes the mark away. */
  public void toggleFavourite(Place place) {
    if (!favourites.removeIf(known -> known.location().equals(place.location()))
        && place.location() instanceof Location.Container) {
      favourites.add(place);
    }
    save(FAVOURITES, favourites);
  }

  /** Something was put there. */
  public void used(Place place) {
    if (place.location() instanceof Location.Container) {
      recent.removeIf(known -> known.location().equals(place.location()));
      recent.addFirst(place);
      if (recent.size() > RECENT_KEPT) {
        recent.removeLast();
      }
      save(RECENT, recent);
    }
  }

  /** Called after every change. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void save(String page, List<Place> places) {
    notebook.write(page, places.stream().flatMap(place -> line(place).stream()).toList());
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private List<Place> read(String page) {
    return new ArrayList<>(
        notebook.page(page).stream().flatMap(line -> place(line).stream()).toList());
  }

  private static Optional<String> line(Place place) {
    if (!(place.location() instanceof Location.Container(var id, var type, var kind))) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>(List.of(id.value(), type.value(), kind.name()));
    parts.add(place.title());
    parts.addAll(place.path());
    return Optional.of(
        String.join(
            BETWEEN, parts.stream().map(part -> part.replaceAll("[\\t\\r\\n]", " ")).toList()));
  }

  /** Empty for a line that another version of the program may have written. */
  private static Optional<Place> place(String line) {
    List<String> parts = List.of(line.split(BETWEEN, -1));
    if (parts.size() < 4) {
      return Optional.empty();
    }
    return Stream.of(Kind.FOLDER, Kind.REGISTER)
        .filter(kind -> kind.name().equals(parts.get(2)))
        .findFirst()
        .map(
            kind ->
                new Place(
                    new Location.Container(
                        new ObjectId(parts.get(0)), new TypeId(parts.get(1)), kind),
                    parts.get(3),
                    parts.subList(4, parts.size())));
  }
}
