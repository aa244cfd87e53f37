package org.kontor.ui.tree;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Page;
import org.kontor.dms.PageRequest;
import org.kontor.model.DmsObject;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.Schema;
import org.kontor.outbox.Outbox;
import org.kontor.task.BackgroundTasks;
import org.kontor.ui.common.ContainerOverlay;
import org.kontor.ui.common.LazyPages;
import org.kontor.ui.common.Marks;
import org.kontor.ui.common.Messages;
import org.kontor.ui.common.Place;
import org.kontor.ui.common.PlaceShelf;
import org.kontor.ui.common.RowSelection;

/**
 * The places of one server: tray, cabinets, folders, registers. To be used on the ui executor's
 * thread only.
 */
public final class ArchiveTreeViewModel implements AutoCloseable {
  private final DmsServer server;
  private final BackgroundTasks tasks;
  private final Messages messages;
  private final RowTexts texts;
  private final Schema schema;
  private final List<TreeRow> tray;
  private final TreeRows rows;
  private final RowSelection selection = new RowSelection();
  private final ReadOnlyObjectWrapper<Place> selected;
  private final ReadOnlyObjectWrapper<List<Place>> above = new ReadOnlyObjectWrapper<>(List.of());
  private final IntegerProperty trayCount = new SimpleIntegerProperty();
  private final Revealer revealer;
  private final ContainerChanges changes;
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
  private List<Location> towards = List.of();
  private Optional<Shelves> shelves = Optional.empty();

  public ArchiveTreeViewModel(
      DmsServer server,
      Schema schema,
      Outbox outbox,
      String serverKey,
      BackgroundTasks tasks,
      Executor ui,
      Locale locale) {
    this.server = server;
    this.tasks = tasks;
    messages = Messages.of(ArchiveTreeViewModel.class, locale);
    texts = new RowTexts(schema, locale);
    Place tray = new Place(Location.TRAY, messages.get("tray"), List.of());
    this.tray = server.capabilities().tray() ? List.of(new TreeRow.Tray(tray.title())) : List.of();
    this.schema = schema;
    rows = new TreeRows(this.tray, schema.cabinets(), texts, this::childrenOf);
    selected = new ReadOnlyObjectWrapper<>(tray);
    selection.onChange(this::selectionMoved);
    revealer = new Revealer(server, schema, tasks, texts, locale);
    changes =
        new ContainerChanges(
            outbox, serverKey, schema, ui, this::refresh, this::leave, this::overlay);
    select(Location.TRAY);
  }

  // What is shown

  /** Why rows that are shown could not be read anew; empty when they could. */
  ReadOnlyStringProperty failure() {
    return failure.getReadOnlyProperty();
  }

  /** The lines from top to bottom; lines not read yet say so. */
  ObservableList<TreeRow> rows() {
    return rows;
  }

  /** Which line is selected. */
  RowSelection selection() {
    return selection;
  }

  /** The place whose content is to be shown; the tray at first. */
  public ReadOnlyObjectProperty<Place> selected() {
    return selected.getReadOnlyProperty();
  }

  /** The places that the selected one lies in, from the cabinet down. */
  public ReadOnlyObjectProperty<List<Place>> above() {
    return above.getReadOnlyProperty();
  }

  /** The number beside the tray; whoever knows it sets it. */
  public IntegerProperty trayCount() {
    return trayCount;
  }

  /** The whole title of a line, the names of what is above it, and what is marked. */
  String hint(int row) {
    TreeRow shown = rows.get(row);
    if (shown instanceof TreeRow.Coming coming) {
      return coming.title() + "\n" + coming.state();
    }
    Place place = placeAt(row).orElse(null);
    if (place == null) {
      return shown instanceof TreeRow.Failed(String sentence, var _) ? sentence : "";
    }
    List<String> lines = new ArrayList<>(List.of(place.title()));
    if (!place.path().isEmpty()) {
      lines.add(String.join(" > ", place.path()));
    }
    if (shown instanceof TreeRow.ContainerRow container && !container.marks().isEmpty()) {
      lines.add(Marks.spoken(container.marks()));
    }
    return String.join("\n", lines);
  }

  // What can be done

  /**
   * Goes to a place. A container whose row was not read yet is looked up: its place is selected as
   * soon as its name is known, and its row is opened where it is found.
   */
  public void select(Location location) {
    revealer.cancel();
    towards = List.of();
    int row = rowOf(location);
    if (row >= 0) {
      selection.only(row);
    } else if (location instanceof Location.Container container) {
      revealer.reveal(container, this::show);
    }
  }

  /** What is shown lies in something that was deleted: goes to what that lay in. */
  private void leave(Set<ObjectId> gone) {
    List<Location> chain = new ArrayList<>();
    above.get().stream().map(Place::location).forEach(chain::add);
    chain.add(selected.get().location());
    for (int level = 0; level < chain.size(); level++) {
      if (chain.get(level) instanceof Location.Container at && gone.contains(at.id())) {
        select(level > 0 ? chain.get(level - 1) : top(at));
        return;
      }
    }
  }

  private Location top(Location.Container container) {
    return schema
        .cabinetOf(container.type())
        .<Location>map(cabinet -> new Location.Top(cabinet.folderType().id()))
        .orElse(Location.TRAY);
  }

  /** Shows the favourite places and those used last above the cabinets. */
  public void showShelf(PlaceShelf places) {
    shelves = Optional.of(new Shelves(places, messages));
    places.onChange(this::arrangeShelf);
    arrangeShelf();
  }

  private void arrangeShelf() {
    List<TreeRow> fixed = new ArrayList<>(tray);
    shelves.map(Shelves::rows).ifPresent(fixed::addAll);
    rearranging(() -> rows.fix(fixed));
  }

  private void turn(TreeRow.Which which) {
    shelves.ifPresent(shown -> shown.turn(which));
    arrangeShelf();
  }

  /** Reads anew what is open. */
  public void refresh() {
    rows.branches().forEach(branch -> branch.children.refresh());
  }

  /** The line is on the screen: it is read if it was not. */
  void want(int row) {
    Branch.@Nullable Spot spot = rows.find(row).spot();
    if (spot != null && spot.branch().comingAt(spot.child()).isEmpty()) {
      spot.branch().children.want(spot.child());
    }
  }

  /** Reads again what could not be read. */
  void retry(int row) {
    Branch.@Nullable Spot spot = rows.find(row).spot();
    if (spot != null) {
      spot.branch().children.retry(spot.child());
    }
  }

  void open(int row) {
    if (rows.get(row) instanceof TreeRow.Shelf closed) {
      if (closed.opening() == TreeRow.Opening.CLOSED) {
        turn(closed.which());
      }
      return;
    }
    rearranging(() -> rows.open(row));
  }

  /** Closes a line; a selected line inside gives the selection to it. */
  void close(int row) {
    if (rows.get(row) instanceof TreeRow.Shelf opened) {
      if (opened.opening() == TreeRow.Opening.OPEN) {
        selection.only(row);
        turn(opened.which());
      }
      return;
    }
    Branch branch = rows.branchAt(row);
    if (branch != null) {
      boolean inside = selection.lead() > row && selection.lead() <= row + branch.length();
      if (inside) {
        selection.only(row);
      }
      rearranging(() -> rows.close(row));
    }
  }

  void toggle(int row) {
    switch (rows.get(row).opening()) {
      case OPEN -> close(row);
      case CLOSED -> open(row);
      case LEAF -> {}
    }
  }

  /** What Enter does on a line: opens or closes it, or tries again what failed. */
  void act(int row) {
    if (row >= 0 && rows.get(row) instanceof TreeRow.Failed) {
      retry(row);
    } else if (row >= 0) {
      toggle(row);
    }
  }

  /** The line that holds this one; -1 at the top. */
  int parentOf(int row) {
    if (rows.get(row) instanceof TreeRow.Shelved) {
      int shelfRow = row;
      while (rows.get(shelfRow) instanceof TreeRow.Shelved) {
        shelfRow--;
      }
      return shelfRow;
    }
    Branch.@Nullable Spot spot = rows.find(row).spot();
    return spot == null ? -1 : rows.rowOf(spot.branch());
  }

  /** The next line behind one, and around, whose title fits; -1 when none that was read does. */
  int findTitle(int from, Predicate<String> fits) {
    return rows.findTitle(from, fits);
  }

  /** Stops reading and listening. */
  @Override
  public void close() {
    changes.close();
    revealer.cancel();
    rows.branches().forEach(Branch::close);
  }

  private LazyPages<Child> childrenOf(Branch branch) {
    return new LazyPages<>(
        messages.get("reading", branch.title),
        tasks,
        (skip, size) -> read(branch.location, new PageRequest(skip, size)),
        (from, to, before) ->
            rearranging(
                () -> {
                  rows.changed(branch, from, to, before);
                  rows.overlay(this::overlayOf);
                }));
  }

  private void overlay() {
    rearranging(() -> rows.overlay(this::overlayOf));
  }

  private ContainerOverlay overlayOf(Branch branch) {
    return changes.about(branch.location, branch.children.asOf());
  }

  private LazyPages.Part<Child> read(Location location, PageRequest request)
      throws DmsException, InterruptedException {
    Page<DmsObject.Container> page =
        switch (location) {
          case Location.Tray _ -> new Page<>(List.of(), false, 0);
          case Location.Top(var type) -> server.folders(type, request);
          case Location.Container container -> server.registers(container, request);
        };
    List<Child> children = page.items().stream().map(texts::child).toList();
    return new LazyPages.Part<>(children, page.more(), page.totalAtLeast(), page.mayBeCut());
  }

  /** Rows come and go; the selection stays with its place, wherever that is now. */
  private void rearranging(Runnable change) {
    Location shown = selected.get().location();
    int lead = selection.lead();
    boolean onShelf = isShelved(lead, shown);
    change.run();
    // A place can be there twice: the selection stays on the row that the person chose.
    int row = onShelf && isShelved(lead, shown) ? lead : rowOf(shown);
    BitSet bits = new BitSet();
    if (row >= 0) {
      bits.set(row);
    }
    selection.follow(bits, row);
    failure.set(
        rows.branches().stream()
            .flatMap(branch -> branch.children.staleness().stream())
            .findFirst()
            .map(texts::failure)
            .orElse(""));
    goTowards();
  }

  private boolean isShelved(int row, Location location) {
    return row >= 0
        && row < rows.size()
        && rows.get(row) instanceof TreeRow.Shelved(Place place)
        && place.location().equals(location);
  }

  /** Opens the containers above a place that was looked up, as far as they have been read. */
  private void goTowards() {
    for (int step = 0; step < towards.size(); step++) {
      int row = rowOf(towards.get(step));
      if (row >= 0) {
        towards = towards.subList(step + 1, towards.size());
        open(row);
        return;
      }
    }
  }

  private int rowOf(Location location) {
    return switch (location) {
      case Location.Tray _ -> server.capabilities().tray() ? 0 : -1;
      case Location.Top(var type) -> rows.rowOfTop(type);
      case Location.Container(var id, _, _) -> rows.rowOf(id);
    };
  }

  private void selectionMoved() {
    if (!selection.isFollowing() && selection.lead() >= 0) {
      if (rows.get(selection.lead()) instanceof TreeRow.Shelved(Place place)) {
        goToShelved(place);
        return;
      }
      placeAt(selection.lead())
          .ifPresent(
              place -> {
                above.set(placesAbove(selection.lead()));
                selected.set(place);
              });
    }
  }

  /** Shows it at once; what it lies in is found out behind. */
  private void goToShelved(Place place) {
    revealer.cancel();
    towards = List.of();
    above.set(List.of());
    selected.set(place);
    if (place.location() instanceof Location.Container container) {
      revealer.reveal(container, found -> above.set(found.holders()));
    }
  }

  private Optional<Place> placeAt(int row) {
    TreeRow shown = rows.get(row);
    if (shown instanceof TreeRow.Shelved(Place place)) {
      return Optional.of(place);
    }
    List<String> path = new ArrayList<>();
    for (int holder = parentOf(row); holder >= 0; holder = parentOf(holder)) {
      path.addFirst(rows.get(holder).title());
    }
    return shown.location().map(location -> new Place(location, shown.title(), path));
  }

  private List<Place> placesAbove(int row) {
    List<Place> places = new ArrayList<>();
    for (int holder = parentOf(row); holder >= 0; holder = parentOf(holder)) {
      placeAt(holder).ifPresent(places::addFirst);
    }
    return places;
  }

  private void show(Revealer.Revealed found) {
    above.set(found.holders());
    selected.set(found.place());
    towards = found.above();
    goTowards();
    rearranging(() -> {});
  }
}
