package org.kontor.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.model.Kind;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/**
 * The folders and registers that a person marked as favourites, and those filed to or opened last.
 */
public final class PlaceShelf {
  private static final int RECENT_KEPT = 10;
  private static final int OPENED_KEPT = 20;
  private static final String FAVOURITES = "places.favourite";
  private static final String RECENT = "places.recent";
  private static final String OPENED = "places.opened";
  private static final String BETWEEN = "\t";

  private final Notebook notebook;
  private final List<Place> favourites;
  private final List<Place> recent;
  private final List<Place> opened;
  private final List<Runnable> listeners = new ArrayList<>();

  public PlaceShelf(Notebook notebook) {
    this.notebook = notebook;
    favourites = read(FAVOURITES);
    recent = read(RECENT);
    opened = read(OPENED);
  }

  /** In the order in which they were marked. */
  public List<Place> favourites() {
    return List.copyOf(favourites);
  }

  /** Those that something was put into, the last one first, without favourites. */
  public List<Place> recent() {
    return recent.stream().filter(place -> !isFavourite(place.location())).toList();
  }

  /** Those that were only looked into, the last one first, without favourites and recent ones. */
  public List<Place> opened() {
    return opened.stream()
        .filter(place -> !isFavourite(place.location()))
        .filter(place -> recent.stream().noneMatch(used -> isSame(used, place)))
        .toList();
  }

  /** Favourites, then those that something was put into: where more may be meant to go. */
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
      putFirst(place, recent, RECENT_KEPT);
      save(RECENT, recent);
    }
  }

  /**
   * It was looked into. Listeners are not told: rows that show these places would move under the
   * pointer of whoever goes from one to the next.
   */
  public void opened(Place place) {
    if (place.location() instanceof Location.Container) {
      putFirst(place, opened, OPENED_KEPT);
      write(OPENED, opened);
    }
  }

  /** Called after every change but {@link #opened(Place)}. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private static void putFirst(Place place, List<Place> places, int kept) {
    places.removeIf(known -> isSame(known, place));
    places.addFirst(place);
    if (places.size() > kept) {
      places.removeLast();
    }
  }

  private static boolean isSame(Place one, Place other) {
    return one.location().equals(other.location());
  }

  private void save(String page, List<Place> places) {
    write(page, places);
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private void write(String page, List<Place> places) {
    notebook.write(page, places.stream().flatMap(place -> line(place).stream()).toList());
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
