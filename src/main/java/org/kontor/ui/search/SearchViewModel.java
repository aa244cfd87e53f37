package org.kontor.ui.search;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.Feature;
import org.kontor.dms.Query;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.LazyPages;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.RowSelection;
import org.kontor.ui.common.SelectedObjects;

/**
 * Searching: words, a type with its fields, a container to look below; and what was found. Searches
 * as the person types; an answer to something asked before is never shown. To be used on the ui
 * executor's thread only.
 */
public final class SearchViewModel implements AutoCloseable {
  /** How the search stands. */
  public enum State {
    /** Nothing is asked for. */
    IDLE,
    /** Something typed is no value of its field. */
    INCOMPLETE,
    SEARCHING,
    FOUND,
    NOTHING,
    FAILED
  }

  private final OpenArchive archive;
  private final Executor later;
  private final SearchTexts texts;
  private final SearchStanding standing;
  private final SearchShelf shelf;
  private final SearchQuestion question;
  private final HitPlaces places;
  private final HitReader reader;
  private final HitChanges changes;
  private final Function<DmsObject, List<Mark>> marks;
  private final SearchRows rows;
  private final RowSelection selection = new RowSelection();
  private final SelectedObjects selected;
  private final CarriedHits carried;
  private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Hit>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable LazyPages<Hit> pages;
  private Consumer<DmsObject> opener = _ -> {};
  private Runnable placesListener = () -> {};
  private boolean readingAnew;
  private long edits;

  /**
   * @param later runs something on the ui executor's thread after a typing pause
   * @param notebook keeps recent and saved searches
   * @param marks what is known of an object by now that is worth seeing in its row
   */
  public SearchViewModel(
      OpenArchive archive,
      Executor later,
      FieldInputs inputs,
      Notebook notebook,
      Function<DmsObject, List<Mark>> marks) {
    this.archive = archive;
    this.later = later;
    this.marks = marks;
    texts = new SearchTexts(archive.schema(), archive.locale());
    standing = new SearchStanding(archive.locale());
    shelf = new SearchShelf(notebook);
    question = new SearchQuestion(archive.schema(), inputs, archive.locale(), this::edited);
    rows = new SearchRows(this::face, standing::sentence);
    selected = new SelectedObjects(selection, rows);
    reader = new HitReader(archive, texts);
    places = new HitPlaces(archive, this::placesKnown);
    carried = new CarriedHits(selection, selected, places);
    changes = new HitChanges(archive, this::asOf, new Changes());
    selection.onChange(this::updateCurrent);
  }

  // What is asked for

  /** Whether the server searches the words of files and index data. */
  public boolean searchesWords() {
    return archive.offers(Feature.FULL_TEXT);
  }

  SearchQuestion question() {
    return question;
  }

  /** Full text, as it is typed. */
  public StringProperty wordsProperty() {
    return question.wordsProperty();
  }

  /** The container that is shown in the tree; empty for none. */
  public void setHere(Optional<Place> container) {
    question.hereProperty().set(container);
  }

  SearchTexts texts() {
    return texts;
  }

  // What was found

  /** The hits; rows not read yet say so. */
  public ObservableList<SearchRow> rows() {
    return rows;
  }

  /** Which hits are selected. */
  public RowSelection selection() {
    return selection;
  }

  /** How it stands. */
  public ReadOnlyObjectProperty<State> stateProperty() {
    return standing.stateProperty();
  }

  SearchStanding standing() {
    return standing;
  }

  /** The hit selected last; empty while its row is not read. */
  public ReadOnlyObjectProperty<Optional<Hit>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** Where a hit lies; empty while that is not known. */
  public Optional<Location> locationOf(ObjectId id) {
    return places.of(id).map(HitPlaces.Known::location);
  }

  /** The hits selected, as far as they were read, from top to bottom. */
  public List<DmsObject> selectedObjects() {
    return selected.read();
  }

  /** The selected hits as something that can go elsewhere. */
  public CarriedHits carried() {
    return carried;
  }

  // What can be done

  /** Told which hit a person wants to see where it lies. */
  public void onOpen(Consumer<DmsObject> newOpener) {
    opener = newOpener;
  }

  /** Called when {@link #locationOf} knows more. */
  public void onPlacesKnown(Runnable listener) {
    placesListener = listener;
  }

  /** Searches now, without waiting for more letters, and remembers what is asked for. */
  public void searchNow() {
    edits++;
    search();
    shelf.used(question.request());
  }

  /** Searches again, for instance after a failure; hits stand in the order asked for again. */
  public void refresh() {
    if (stateProperty().get() == State.FAILED || pages == null) {
      search();
    } else {
      readingAnew = true;
      pages.refresh();
    }
  }

  /** Asks for nothing any more. */
  void clear() {
    restore(
        new SearchRequest(
            "",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            question.orderProperty().get().key()));
  }

  /** Shows a hit where it lies; tries again what failed. */
  void act(int row) {
    rows.hit(row)
        .ifPresentOrElse(
            hit -> {
              shelf.used(question.request());
              opener.accept(hit.object());
            },
            () -> {
              if (pages != null && row >= 0) {
                pages.retry(row);
              }
            });
  }

  /** The row is on the screen. */
  void want(int row) {
    if (pages != null) {
      pages.want(row);
      rows.hit(row).map(Hit::object).ifPresent(places::want);
    }
  }

  public void selectNext() {
    selection.step(1, rows.size());
  }

  public void selectPrevious() {
    selection.step(-1, rows.size());
  }

  /** Selects only those of the selected hits that are not these. */
  public void leaveOut(Collection<ObjectId> documents) {
    selected.leaveOut(documents);
  }

  /** Asks for what was asked for another time. */
  void restore(SearchRequest kept) {
    question.restore(kept);
    edits++;
    search();
  }

  /** The searches that were saved, and those done last. */
  SearchShelf shelf() {
    return shelf;
  }

  /** Whether what is asked for now is one of the saved searches. */
  ReadOnlyBooleanProperty savedProperty() {
    return saved.getReadOnlyProperty();
  }

  void toggleSaved() {
    shelf.toggleSaved(question.request());
    saved.set(shelf.isSaved(question.request()));
  }

  /** Ends what is being read. */
  @Override
  public void close() {
    edits++;
    if (pages != null) {
      pages.close();
    }
    places.close();
    changes.close();
  }

  private void edited() {
    long mine = ++edits;
    later.execute(
        () -> {
          if (mine == edits) {
            search();
          }
        });
  }

  private void search() {
    if (pages != null) {
      pages.close();
    }
    places.forget();
    changes.forget();
    readingAnew = false;
    selection.only(-1);
    saved.set(shelf.isSaved(question.request()));
    Optional<Query> query = question.query(searchesWords());
    if (query.isEmpty()) {
      pages = null;
      rows.show(null);
      standing.begin(question.isUnderstood() ? State.IDLE : State.INCOMPLETE);
      return;
    }
    standing.begin(State.SEARCHING);
    LazyPages<Hit> next = reader.pages(query.get(), (from, to, _) -> arrived(from, to));
    pages = next;
    rows.show(next);
    next.want(0);
  }

  private void arrived(int from, int to) {
    LazyPages<Hit> now = pages;
    if (now == null) {
      return;
    }
    readingAnew &= now.isReading();
    if (readingAnew) {
      // A hit may go from one page to another: only where all are read, it is gone.
      rows.changed(from, to);
      return;
    }
    selected.during(() -> rows.changed(from, to));
    if (selection.lead() >= rows.size()) {
      selection.only(-1);
    }
    Set<ObjectId> found = new HashSet<>();
    now.eachRead((_, hit) -> found.add(hit.object().id()));
    changes.found(found);
    standing.tell(now);
    updateCurrent();
  }

  private SearchRow.Found face(Hit hit) {
    ObjectId id = hit.object().id();
    return texts.found(hit, places.of(id), changes.about(id), marks.apply(hit.object()));
  }

  private Instant asOf() {
    return pages == null ? Instant.EPOCH : pages.asOf();
  }

  /** More is known of what may be shown. */
  public void marksKnown() {
    rows.allChanged();
  }

  private void placesKnown() {
    rows.allChanged();
    placesListener.run();
  }

  private void updateCurrent() {
    Optional<Hit> now = rows.hit(selection.lead());
    if (!now.equals(current.get())) {
      current.set(now);
    }
    now.map(Hit::object).ifPresent(places::want);
  }

  private final class Changes implements HitChanges.Listener {
    @Override
    public void underWay() {
      rows.allChanged();
    }

    @Override
    public void done(Collection<ObjectId> objects, boolean containers) {
      places.outdate(objects);
      if (containers) {
        places.outdatePaths();
      }
    }

    @Override
    public void readAnew() {
      if (pages != null) {
        readingAnew = true;
        pages.refreshInPlace(hit -> hit.object().id());
      }
    }
  }
}
