package org.kontor.ui.search;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Feature;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.dms.Query;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.LazyPages;
import org.kontor.ui.common.Mark;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Notebook;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.RowSelection;
import org.kontor.ui.common.Sentences;

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

  private final DmsServer server;
  private final BackgroundTasks tasks;
  private final Executor later;
  private final Messages messages;
  private final SearchTexts texts;
  private final Sentences sentences;
  private final SearchShelf shelf;
  private final SearchQuestion question;
  private final HitPlaces places;
  private final SearchRows rows;
  private final RowSelection selection = new RowSelection();
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.IDLE);
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Hit>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable LazyPages<Hit> pages;
  private Consumer<DmsObject> opener = _ -> {};
  private Runnable placesListener = () -> {};
  private long edits;

  /**
   * @param later runs something on the ui executor's thread after a typing pause
   * @param notebook keeps recent and saved searches
   * @param marks what is known of an object by now that is worth seeing in its row
   */
  public SearchViewModel(
      DmsServer server,
      Schema schema,
      BackgroundTasks tasks,
      Executor later,
      FieldInputs inputs,
      Notebook notebook,
      Function<DmsObject, List<Mark>> marks,
      Locale locale) {
    this.server = server;
    this.tasks = tasks;
    this.later = later;
    messages = Messages.of(SearchViewModel.class, locale);
    texts = new SearchTexts(schema, locale);
    sentences = new Sentences(locale);
    shelf = new SearchShelf(notebook);
    question = new SearchQuestion(schema, inputs, locale, this::edited);
    rows = new SearchRows(this::placeOf, marks, cause -> sentences.of(cause).text());
    places = new HitPlaces(server, schema, tasks, locale, this::placesKnown);
    selection.onChange(this::updateCurrent);
  }

  // What is asked for

  /** Whether the server searches the words of files and index data. */
  public boolean searchesWords() {
    return server.capabilities().offers(Feature.FULL_TEXT);
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
    return state.getReadOnlyProperty();
  }

  /** Why it could not be searched; empty when it could. */
  ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** How many hits there are, in words; empty while that is not known. */
  ReadOnlyStringProperty countProperty() {
    return count.getReadOnlyProperty();
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
    return selection.stream()
        .mapToObj(rows::hit)
        .flatMap(Optional::stream)
        .map(Hit::object)
        .toList();
  }

  /** Where all of the selected hits lie; empty where they lie apart, or that is not known. */
  public Optional<Location> placeOfSelected() {
    List<Optional<Location>> places =
        selectedObjects().stream().map(object -> locationOf(object.id())).distinct().toList();
    return places.size() == 1 ? places.getFirst() : Optional.empty();
  }

  /**
   * What a drag or cut of the selection carries: hits of one place, all of them read. Empty
   * otherwise.
   */
  public Optional<Dragged> carried() {
    List<DmsObject> objects = selectedObjects();
    if (objects.size() != selection.count()) {
      return Optional.empty();
    }
    return switch (placeOfSelected().orElse(null)) {
      case Location.Container place -> Optional.of(new Dragged.Objects(place, objects));
      case Location.Tray _ ->
          Optional.of(
              new Dragged.TrayDocuments(
                  objects.stream().map(DmsObject.Document.class::cast).toList()));
      case Location.Top _ -> Optional.empty();
      case null -> Optional.empty();
    };
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

  /** Searches again, for instance after a failure. */
  public void refresh() {
    if (state.get() == State.FAILED || pages == null) {
      search();
    } else {
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
    BitSet kept = new BitSet();
    selection.stream()
        .filter(row -> rows.hit(row).filter(hit -> documents.contains(hit.object().id())).isEmpty())
        .forEach(kept::set);
    selection.set(kept, kept.nextSetBit(0));
  }

  /** Asks for what was asked for another time. */
  void restore(SearchRequest kept) {
    question.restore(kept);
    edits++;
    search();
  }

  List<SearchRequest> savedRequests() {
    return shelf.saved();
  }

  List<SearchRequest> recentRequests() {
    return shelf.recent();
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
    selection.only(-1);
    failure.set("");
    count.set("");
    saved.set(shelf.isSaved(question.request()));
    Optional<Query> query = question.query(searchesWords());
    if (query.isEmpty()) {
      pages = null;
      rows.show(null);
      state.set(question.isUnderstood() ? State.IDLE : State.INCOMPLETE);
      return;
    }
    state.set(State.SEARCHING);
    LazyPages<Hit> next =
        new LazyPages<>(
            messages.get("searching.task"),
            tasks,
            (skip, size) -> read(query.get(), skip, size),
            (from, to, _) -> arrived(from, to));
    pages = next;
    rows.show(next);
    next.want(0);
  }

  private LazyPages.Part<Hit> read(Query query, int skip, int size)
      throws DmsException, InterruptedException {
    Page<DmsObject> page = server.search(query, new PageRequest(skip, size));
    return new LazyPages.Part<>(
        page.items().stream().map(texts::hit).toList(), page.more(), page.totalAtLeast());
  }

  private void arrived(int from, int to) {
    LazyPages<Hit> now = pages;
    if (now == null) {
      return;
    }
    rows.changed(from, to);
    if (selection.lead() >= rows.size()) {
      selection.set(new BitSet(), -1);
    }
    Optional<Exception> unread = now.isKnown() ? now.staleness() : now.failure(0);
    failure.set(unread.map(cause -> sentences.of(cause).text()).orElse(""));
    if (!now.isKnown()) {
      state.set(unread.isPresent() ? State.FAILED : State.SEARCHING);
    } else {
      state.set(now.size() == 0 ? State.NOTHING : State.FOUND);
      count.set(now.size() == 0 ? "" : messages.get("count", now.size()));
    }
    updateCurrent();
  }

  private String placeOf(Hit hit) {
    return places.of(hit.object().id()).map(HitPlaces.Known::path).orElse("");
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
}
