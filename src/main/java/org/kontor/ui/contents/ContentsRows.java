package org.kontor.ui.contents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Entry;
import org.kontor.ui.common.ContainerOverlay;
import org.kontor.ui.common.LazyPages;
import org.kontor.ui.common.SelectedObjects;
import org.kontor.ui.common.WholeChange;

/**
 * The rows of one place: its containers, its documents, what is on its way. Worked out when asked
 * for, so that a million documents cost no more than the part on the screen.
 */
final class ContentsRows extends ObservableListBase<ContentsRow> implements SelectedObjects.Rows {
  private static final ContentsRow UNREAD = new ContentsRow.Loading();

  private final RowTexts texts;
  private Listing listing = Listing.NONE;
  private ContainerOverlay overlay = ContainerOverlay.NOTHING;
  private int sizeTold;

  /** The two listings of a place. */
  record Listing(
      @Nullable Location place,
      Optional<LazyPages<Item>> containers,
      Optional<LazyPages<Item>> documents) {
    static final Listing NONE = new Listing(null, Optional.empty(), Optional.empty());

    int containerCount() {
      return containers.map(Listing::rows).orElse(0);
    }

    int size() {
      return containerCount() + documents.map(Listing::rows).orElse(0);
    }

    /** Stops reading. */
    void close() {
      containers.ifPresent(LazyPages::close);
      documents.ifPresent(LazyPages::close);
    }

    /** A listing that could not be read at all has one row, which says so. */
    private static int rows(LazyPages<Item> pages) {
      return !pages.isKnown() && pages.failure(0).isPresent() ? 1 : pages.size();
    }
  }

  /** A row's listing and its number there. */
  record Spot(LazyPages<Item> pages, int index) {}

  ContentsRows(RowTexts texts) {
    this.texts = texts;
  }

  /** Shows another place. */
  void show(Listing next) {
    listing = next;
    overlay = ContainerOverlay.NOTHING;
    allChanged();
  }

  /** Takes in what the outbox says now. */
  void overlay(ContainerOverlay next) {
    if (next.equals(overlay)) {
      return;
    }
    overlay = next;
    allChanged();
  }

  /** Everything may be different. */
  void allChanged() {
    int before = sizeTold;
    sizeTold = size();
    if (before > 0 || sizeTold > 0) {
      fireChange(new WholeChange<>(this, Collections.nCopies(before, UNREAD)));
    }
  }

  /** Rows of one listing are others now. */
  void changed(LazyPages<Item> pages, int from, int to) {
    boolean documents = listing.documents().filter(pages::equals).isPresent();
    if (!documents || sizeTold != size()) {
      allChanged();
      return;
    }
    int first = listing.containerCount() + from;
    int last = listing.containerCount() + to;
    if (first < last) {
      beginChange();
      nextReplace(first, last, Collections.nCopies(last - first, UNREAD));
      endChange();
    }
  }

  @Override
  public int size() {
    return listing.size() + overlay.coming().size();
  }

  @Override
  public ContentsRow get(int row) {
    Optional<Spot> spot = spot(row);
    if (spot.isEmpty()) {
      return texts.coming(overlay.coming().get(row - listing.size()));
    }
    LazyPages<Item> pages = spot.get().pages();
    Item item = pages.get(spot.get().index());
    if (item != null && listing.place() != null) {
      return texts.present(item, about(item.object().id()), listing.place());
    }
    return pages.failure(spot.get().index()).map(texts::failed).orElse(UNREAD);
  }

  /** The object of a row, where it was read. */
  Optional<Item> item(int row) {
    return spot(row).flatMap(spot -> Optional.ofNullable(spot.pages().get(spot.index())));
  }

  /** Where a row comes from; empty for what is on its way. */
  Optional<Spot> spot(int row) {
    int containers = listing.containerCount();
    if (row < containers) {
      return listing.containers().map(pages -> new Spot(pages, row));
    }
    return row < listing.size()
        ? listing.documents().map(pages -> new Spot(pages, row - containers))
        : Optional.empty();
  }

  /** The rows of the wanted objects, as far as they were read, ascending. */
  List<Integer> rowsOf(Set<ObjectId> wanted) {
    List<Integer> found = new ArrayList<>();
    eachRead(
        (row, item) -> {
          if (wanted.contains(item.object().id())) {
            found.add(row);
          }
        });
    return found;
  }

  /** Visits all rows that were read. */
  void eachRead(BiConsumer<Integer, Item> visitor) {
    listing.containers().ifPresent(pages -> pages.eachRead(visitor));
    int containers = listing.containerCount();
    listing
        .documents()
        .ifPresent(
            pages -> pages.eachRead((index, item) -> visitor.accept(index + containers, item)));
  }

  @Override
  public void eachObject(BiConsumer<Integer, DmsObject> visitor) {
    eachRead((row, item) -> visitor.accept(row, item.object()));
  }

  private Optional<Entry> about(ObjectId id) {
    return Optional.ofNullable(overlay.about().get(id));
  }
}
