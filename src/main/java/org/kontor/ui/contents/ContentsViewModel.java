package org.kontor.ui.contents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Outbox;
import org.kontor.ui.common.ContainerOverlay;
import org.kontor.ui.common.Dragged;
import org.kontor.ui.common.KnownFacts;
import org.kontor.ui.common.LazyPages;
import org.kontor.ui.common.OpenArchive;
import org.kontor.ui.common.OutboxWatch;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.RowSelection;
import org.kontor.ui.common.SelectedObjects;

/** What is directly inside one place. To be used on the ui executor's thread only. */
public final class ContentsViewModel implements AutoCloseable {
  private static final int MOST_SOUGHT = 20_000;

  /**
   * A document to be selected once it is read.
   *
   * @param notBefore what was read earlier does not tell that it is missing
   */
  private record Wanted(Location.Container in, ObjectId object, Optional<Instant> notBefore) {}

  private final Outbox outbox;
  private final String serverKey;
  private final ContentsReader reader;
  private final ContentsRows rows;
  private final RowSelection selection = new RowSelection();
  private final SelectedObjects selected;
  private final ReadOnlyObjectWrapper<Optional<Place>> place =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<DmsObject>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper mayBeCut = new ReadOnlyBooleanWrapper();
  private final KnownFacts facts;
  private final RowTexts texts;
  private final OutboxWatch watch;
  private ContentsRows.Listing listing = ContentsRows.Listing.NONE;
  private Optional<Dragged> cut = Optional.empty();
  private boolean copied;
  private Optional<Wanted> wanted = Optional.empty();
  private Consumer<Place> navigator = _ -> {};

  /**
   * @param facts what is known of documents beside what listings tell
   */
  public ContentsViewModel(OpenArchive archive, KnownFacts facts) {
    outbox = archive.outbox();
    serverKey = archive.key();
    this.facts = facts;
    texts = new RowTexts(archive.schema(), facts, archive.locale());
    reader = new ContentsReader(archive, texts);
    rows = new ContentsRows(texts);
    selected = new SelectedObjects(selection, rows);
    selection.onChange(this::selectionMoved);
    facts.onChange(rows::allChanged);
    watch = new OutboxWatch(outbox, serverKey, archive.ui(), _ -> overlay(), this::refresh);
  }

  // What is shown

  /** The rows of the place; rows not read yet say so. */
  public ObservableList<ContentsRow> rows() {
    return rows;
  }

  /** Which rows are selected. */
  public RowSelection selection() {
    return selection;
  }

  /** The place shown. */
  public ReadOnlyObjectProperty<Optional<Place>> place() {
    return place.getReadOnlyProperty();
  }

  /** The object selected last; empty while its row is not read, or only on its way. */
  public ReadOnlyObjectProperty<Optional<DmsObject>> current() {
    return current.getReadOnlyProperty();
  }

  /** Whether the first rows are still being read. */
  public ReadOnlyBooleanProperty reading() {
    return reading.getReadOnlyProperty();
  }

  /** Why what is shown could not be read anew; empty when it could. */
  public ReadOnlyStringProperty failure() {
    return failure.getReadOnlyProperty();
  }

  /** Whether rows are shown of which the server does not say for certain that they are all. */
  public ReadOnlyBooleanProperty mayBeCut() {
    return mayBeCut.getReadOnlyProperty();
  }

  /** The selected objects that were read, from top to bottom. */
  public List<DmsObject> selectedObjects() {
    return selected.read();
  }

  /**
   * What a drag or cut of the selection carries; empty when nothing is selected, a selected row was
   * not read yet, or what is selected cannot be moved.
   */
  public Optional<Dragged> carried() {
    List<DmsObject> objects = selectedObjects();
    boolean complete = !objects.isEmpty() && objects.size() == selection.count();
    return complete && location().orElse(null) instanceof Location.Container from
        ? Optional.of(new Dragged.Objects(from, objects))
        : Optional.empty();
  }

  /** What was cut and waits to be pasted. */
  public Optional<Dragged> cut() {
    return cut;
  }

  /** The place that drops beside the rows go to. */
  Optional<Location> location() {
    return place.get().map(Place::location);
  }

  // What can be done

  /** Called when a person opens a folder or register. */
  public void onNavigate(Consumer<Place> newNavigator) {
    navigator = newNavigator;
  }

  /** Shows what is directly inside; the tray has nothing here. */
  public void show(Place next) {
    listing.close();
    selection.only(-1);
    place.set(Optional.of(next));
    listing = reader.listing(next, this::pagesChanged);
    reading.set(true);
    rows.show(listing);
    overlay();
    pages().forEach(part -> part.want(0));
    updateReading();
  }

  /** Reads anew what is on the screen. */
  public void refresh() {
    pages().forEach(LazyPages::refresh);
  }

  /** The row is on the screen: it is read if it was not. */
  void want(int row) {
    rows.spot(row).ifPresent(spot -> spot.pages().want(spot.index()));
    rows.item(row).map(Item::object).ifPresent(facts::want);
  }

  /** Reads again what could not be read. */
  void retry(int row) {
    rows.spot(row).ifPresent(spot -> spot.pages().retry(spot.index()));
  }

  /** Opens a folder or register; tries again what failed. */
  void act(int row) {
    if (row < 0 || row >= rows.size()) {
      return;
    }
    switch (rows.get(row)) {
      case ContentsRow.Present shown when shown.object() instanceof DmsObject.Container container ->
          placeOf(container, shown.title()).ifPresent(navigator);
      case ContentsRow.Failed _ -> retry(row);
      case ContentsRow.Present _, ContentsRow.Coming _, ContentsRow.Loading _ -> {}
    }
  }

  /** The place of a row that holds others. */
  Optional<Location> locationOf(int row) {
    return rows.item(row)
        .map(Item::object)
        .filter(DmsObject.Container.class::isInstance)
        .map(object -> ((DmsObject.Container) object).inside());
  }

  /** The document of a row; empty for all other rows. */
  Optional<DmsObject.Document> documentOf(int row) {
    return rows.item(row)
        .map(Item::object)
        .filter(DmsObject.Document.class::isInstance)
        .map(DmsObject.Document.class::cast);
  }

  /**
   * Selects a document as soon as it is read in the container, which shall be shown. Reads on until
   * it comes, as far as a person would look.
   */
  public void selectWhenRead(Location.Container in, ObjectId document) {
    wanted = Optional.of(new Wanted(in, document, Optional.empty()));
    seekWanted();
  }

  /** Selects the row below the leading one; stays at the end. */
  public void selectNext() {
    selection.step(1, rows.size());
  }

  /** Selects the row above the leading one; stays at the top. */
  public void selectPrevious() {
    selection.step(-1, rows.size());
  }

  /**
   * The next row behind one, and around, whose title fits; -1 when none does. Only rows that were
   * read are looked at.
   */
  int findTitle(int from, Predicate<String> fits) {
    int[] found = {-1, -1};
    rows.eachRead(
        (row, item) -> {
          int which = row > from ? 1 : 0;
          if (found[which] < 0 && fits.test(item.title())) {
            found[which] = row;
          }
        });
    return found[1] >= 0 ? found[1] : found[0];
  }

  /** Selects only those of the selected rows that are not these. */
  public void leaveOut(Collection<ObjectId> documents) {
    selected.leaveOut(documents);
  }

  /** Remembers the selection for pasting it elsewhere. */
  public void cutSelected() {
    hold(carried());
  }

  /** Remembers the selection; pasting it leaves it where it is as well. */
  void copySelected() {
    hold(carried());
    copied = cut.isPresent();
  }

  /** Whether what waits to be pasted was copied, not cut. */
  boolean isCopied() {
    return copied;
  }

  /** Sets what the next paste brings. */
  public void hold(Optional<Dragged> held) {
    cut = held;
    copied = false;
  }

  /** Stops reading and listening. */
  @Override
  public void close() {
    watch.close();
    listing.close();
  }

  private void seekWanted() {
    Wanted seek = wanted.orElse(null);
    if (seek == null || !location().equals(Optional.of(seek.in()))) {
      return;
    }
    List<Integer> found = rows.rowsOf(Set.of(seek.object()));
    if (!found.isEmpty()) {
      wanted = Optional.empty();
      selection.only(found.getFirst());
      return;
    }
    LazyPages<Item> documents = listing.documents().orElse(null);
    if (documents == null || !documents.isKnown()) {
      return;
    }
    for (int row = 0; row < Math.min(documents.size(), MOST_SOUGHT); row += LazyPages.PAGE) {
      if (documents.get(row) == null && documents.failure(row).isEmpty()) {
        documents.want(row);
        return;
      }
    }
    if (seek.notBefore().isEmpty()) {
      // It may have come after the list was read.
      wanted = Optional.of(new Wanted(seek.in(), seek.object(), Optional.of(documents.asOf())));
      refresh();
    } else if (documents.asOf().isAfter(seek.notBefore().get())) {
      wanted = Optional.empty();
    }
  }

  private Optional<Place> placeOf(DmsObject.Container container, String title) {
    return place
        .get()
        .map(
            above -> {
              List<String> path = new ArrayList<>(above.path());
              path.add(above.title());
              return new Place(container.inside(), title, path);
            });
  }

  private Stream<LazyPages<Item>> pages() {
    return Stream.of(listing.containers(), listing.documents()).flatMap(Optional::stream);
  }

  private void pagesChanged(LazyPages<Item> pages, int from, int to) {
    if (pages().noneMatch(pages::equals)) {
      return;
    }
    selected.during(
        () -> {
          rows.changed(pages, from, to);
          overlay();
        });
    updateReading();
    updateCurrent();
    seekWanted();
  }

  private void updateReading() {
    reading.set(rows.isEmpty() && pages().anyMatch(part -> !part.isKnown()));
    mayBeCut.set(!rows.isEmpty() && pages().anyMatch(LazyPages::mayBeCut));
    failure.set(
        pages()
            .flatMap(part -> part.staleness().stream())
            .findFirst()
            .map(texts::failure)
            .orElse(""));
  }

  private void overlay() {
    Instant asOf = pages().map(LazyPages::asOf).min(Instant::compareTo).orElse(Instant.EPOCH);
    location()
        .ifPresent(at -> rows.overlay(ContainerOverlay.of(serverKey, at, asOf, outbox.entries())));
  }

  private void selectionMoved() {
    if (!selection.isFollowing()) {
      updateCurrent();
    }
  }

  private void updateCurrent() {
    int lead = selection.lead();
    Optional<DmsObject> now =
        lead < 0 || lead >= rows.size() ? Optional.empty() : rows.item(lead).map(Item::object);
    if (!now.equals(current.get())) {
      current.set(now);
    }
  }
}
