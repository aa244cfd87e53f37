package org.kontor.ui.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsServer;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.Schema;
import org.kontor.model.TypeId;
import org.kontor.task.BackgroundTask;
import org.kontor.task.BackgroundTasks;
import org.kontor.task.Outcome;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.PlacePaths;
import org.kontor.ui.common.PlaceShelf;

/**
 * Finds and holds the place where documents shall go. Places are searched on the server a moment
 * after the last letter; late answers are dropped. On the window's thread only.
 */
final class PlaceChoice {
  private static final int OFFERED = 30;

  private final DmsServer server;
  private final Schema schema;
  private final BackgroundTasks tasks;
  private final Executor later;
  private final PlaceShelf shelf;
  private final PlacePaths paths;
  private final String searchTitle;
  private final ObservableList<PlaceRow> rows = FXCollections.observableArrayList();

  /** Kept, because a wrapper that nobody holds takes its listeners with it. */
  private final ObservableList<PlaceRow> readOnly = FXCollections.unmodifiableObservableList(rows);

  private final ReadOnlyObjectWrapper<Optional<Place>> chosen =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
  private Collection<TypeId> types = Set.of();
  private int generation;
  private boolean unresolved;
  private @Nullable Runnable whenFound;
  private @Nullable BackgroundTask underWay;

  /**
   * @param later runs something on the window's thread after a moment
   * @param searchTitle what the search is called among the tasks under way
   */
  PlaceChoice(
      DmsServer server,
      Schema schema,
      BackgroundTasks tasks,
      Executor later,
      PlaceShelf shelf,
      PlacePaths paths,
      String searchTitle) {
    this.server = server;
    this.schema = schema;
    this.tasks = tasks;
    this.later = later;
    this.shelf = shelf;
    this.paths = paths;
    this.searchTitle = searchTitle;
  }

  // --- out ---

  /** What is offered for what was typed. */
  ObservableList<PlaceRow> rows() {
    return readOnly;
  }

  ReadOnlyObjectProperty<Optional<Place>> chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  Optional<Place> chosen() {
    return chosen.get();
  }

  Optional<Location.Container> target() {
    return chosen.get().map(Place::location).map(Location.Container.class::cast);
  }

  /** Whether what was typed is still being looked for. */
  ReadOnlyBooleanProperty searchingProperty() {
    return searching.getReadOnlyProperty();
  }

  boolean isSearching() {
    return searching.get();
  }

  /** Whether something was typed that is neither taken nor dismissed. */
  boolean isUnresolved() {
    return unresolved;
  }

  /** Whether the last search could not be made. */
  ReadOnlyBooleanProperty failedProperty() {
    return failed.getReadOnlyProperty();
  }

  /** Whether the types to be filed may go to the chosen place. */
  PlacePolicy.Fit fit() {
    return target().map(this::fitOf).orElse(PlacePolicy.Fit.FITS);
  }

  // --- in ---

  /** Looks for places; nothing typed offers the recent ones. */
  void search(String words) {
    cancel();
    int wanted = ++generation;
    unresolved = !words.isBlank();
    searching.set(unresolved);
    show(onShelf(words));
    if (!unresolved) {
      return;
    }
    later.execute(
        () -> {
          if (wanted == generation) {
            start(words.strip(), wanted);
          }
        });
  }

  private void start(String words, int wanted) {
    underWay =
        tasks.start(
            searchTitle,
            (_, _) -> server.places(words, OFFERED),
            outcome -> {
              if (wanted == generation) {
                found(words, outcome, wanted);
              }
            });
  }

  private void found(String words, Outcome<List<DmsObject.Container>> outcome, int wanted) {
    List<Place> known = onShelf(words);
    failed.set(outcome instanceof Outcome.Failed);
    List<DmsObject.Container> containers =
        outcome instanceof Outcome.Done<List<DmsObject.Container>>(var result) ? result : List.of();
    show(known, containers.stream().map(paths::atOnce).toList());
    searching.set(false);
    Runnable settled = whenFound;
    if (settled != null) {
      takeBest(settled);
    } else if (containers.stream().anyMatch(paths::needsAsking)) {
      tellPaths(known, containers, wanted);
    }
  }

  /** Registers are offered at once; where they lie follows. */
  private void tellPaths(List<Place> known, List<DmsObject.Container> containers, int wanted) {
    underWay =
        tasks.start(
            searchTitle,
            (cancel, _) -> {
              List<Place> places = new ArrayList<>();
              for (DmsObject.Container container : containers) {
                cancel.check();
                places.add(paths.whole(container));
              }
              return places;
            },
            outcome -> {
              if (wanted == generation && outcome instanceof Outcome.Done<List<Place>>(var told)) {
                show(known, told);
              }
            });
  }

  /** Favourites and places used last that were meant; all of them while nothing was typed. */
  private List<Place> onShelf(String words) {
    List<Place> all = shelf.all();
    return TypeAhead.best(words, all, place -> TypeAhead.key(place.title()), all.size());
  }

  boolean isFavourite(Place place) {
    return shelf.isFavourite(place.location());
  }

  /**
   * Takes the first place that may be chosen: one of those used before at once, else as soon as the
   * search has ended.
   *
   * @param settled run then, taken or not; dropped when something else is typed
   */
  void takeBest(Runnable settled) {
    if (searching.get() && rows.stream().noneMatch(PlaceRow::isChoosable)) {
      whenFound = settled;
      return;
    }
    whenFound = null;
    rows.stream().filter(PlaceRow::isChoosable).findFirst().ifPresent(this::choose);
    settled.run();
  }

  void choose(PlaceRow row) {
    if (row.isChoosable()) {
      set(Optional.of(row.place()));
    }
  }

  /** Takes a place that was pointed at elsewhere; whether it fits is told beside it. */
  void propose(Place place) {
    if (place.location() instanceof Location.Container) {
      set(Optional.of(place));
    }
  }

  void clear() {
    set(Optional.empty());
  }

  void set(Optional<Place> place) {
    forget();
    chosen.set(place);
  }

  /** What was typed was not meant, unless it is to be taken as soon as it is found. */
  void dismiss() {
    if (whenFound == null) {
      forget();
    }
  }

  private void forget() {
    cancel();
    generation++;
    unresolved = false;
    searching.set(false);
  }

  /** Remembers the chosen place as used. */
  void remember() {
    chosen.get().ifPresent(shelf::used);
  }

  /** The types that shall go to the place. */
  void fitTo(Collection<TypeId> wanted) {
    types = wanted;
    show(rows.stream().map(PlaceRow::place).toList());
  }

  private void cancel() {
    whenFound = null;
    failed.set(false);
    if (underWay != null) {
      underWay.cancel();
      underWay = null;
    }
  }

  /** What was used before stands first, and once. */
  private void show(List<Place> known, List<Place> found) {
    List<Place> all = new ArrayList<>(known);
    Set<Location> there = known.stream().map(Place::location).collect(Collectors.toSet());
    found.stream().filter(place -> !there.contains(place.location())).forEach(all::add);
    show(all);
  }

  private void show(List<Place> places) {
    Map<Boolean, List<PlaceRow>> byChoosable =
        places.stream().map(this::row).collect(Collectors.partitioningBy(PlaceRow::isChoosable));
    List<PlaceRow> choosableFirst = new ArrayList<>();
    choosableFirst.addAll(byChoosable.getOrDefault(true, List.of()));
    choosableFirst.addAll(byChoosable.getOrDefault(false, List.of()));
    rows.setAll(choosableFirst);
  }

  private PlaceRow row(Place place) {
    return new PlaceRow(
        place,
        place.location() instanceof Location.Container container
            ? fitOf(container)
            : PlacePolicy.Fit.NOT_HERE);
  }

  private PlacePolicy.Fit fitOf(Location.Container container) {
    return PlacePolicy.judge(schema, types, container);
  }
}
