package org.kontor.ui.tree;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Entry;
import org.kontor.ui.common.ContainerOverlay;
import org.kontor.ui.common.LazyPages;

/**
 * An open row and the listing below it. Only open rows have one: a hundred thousand closed folders
 * cost nothing but their pages.
 */
final class Branch {

  /**
   * A row below a branch: the child with this number, or the row that says "loading". Behind the
   * children follows what is on its way here.
   */
  record Spot(Branch branch, int child) {}

  final @Nullable Branch parent;
  final Location location;
  final String title;
  final int depth;
  final LazyPages<Child> children;

  /** Its number among its parent's children; for a cabinet among the cabinets. */
  int index;

  private final NavigableMap<Integer, Branch> open = new TreeMap<>();
  private int length = 1;
  private ContainerOverlay overlay = ContainerOverlay.NOTHING;

  /**
   * @param depth of the row itself
   */
  Branch(
      @Nullable Branch parent,
      int index,
      Location location,
      String title,
      int depth,
      BranchReader reader) {
    this.parent = parent;
    this.index = index;
    this.location = location;
    this.title = title;
    this.depth = depth;
    children = reader.children(this);
  }

  /** Rows shown below it. */
  int length() {
    return length;
  }

  /** What the outbox has yet to do here. */
  ContainerOverlay overlay() {
    return overlay;
  }

  /** Takes in what the outbox says now. */
  void overlay(ContainerOverlay next) {
    overlay = next;
    recount();
  }

  /** What is on its way here and shown in a row below this one; empty for all other rows. */
  Optional<Entry> comingAt(int child) {
    return child < childRows()
        ? Optional.empty()
        : Optional.of(overlay.coming().get(child - childRows()));
  }

  /** What the outbox has yet to do about a child. */
  Optional<Entry> about(ObjectId child) {
    return Optional.ofNullable(overlay.about().get(child));
  }

  private int childRows() {
    return children.isKnown() ? children.size() : 1;
  }

  @Nullable Branch openAt(int child) {
    return open.get(child);
  }

  Iterable<Branch> openOnes() {
    return open.values();
  }

  void add(Branch child) {
    open.put(child.index, child);
    recount();
  }

  void remove(Branch child) {
    open.remove(child.index);
    child.close();
    recount();
  }

  /** Stops reading, here and below. */
  void close() {
    children.close();
    open.values().forEach(Branch::close);
  }

  /** Counts the rows below anew, here and above. */
  void recount() {
    int rows = childRows() + overlay.coming().size();
    for (Branch child : open.values()) {
      rows += child.length;
    }
    length = rows;
    if (parent != null) {
      parent.recount();
    }
  }

  /** The spot of the row so many rows below this one, from 0. */
  Spot spotAt(int offset) {
    int passed = 0;
    for (Branch child : open.values()) {
      int start = child.index + passed;
      if (offset <= start) {
        break;
      }
      if (offset <= start + child.length) {
        return child.spotAt(offset - start - 1);
      }
      passed += child.length;
    }
    return new Spot(this, offset - passed);
  }

  /** How many rows below this one the child stands, from 0. */
  int offsetOf(int child) {
    int passed = 0;
    for (Branch above : open.headMap(child, false).values()) {
      passed += above.length;
    }
    return child + passed;
  }

  OptionalInt indexOf(ObjectId id) {
    return children.find(0, child -> child.container().id().equals(id));
  }

  /**
   * After children were read again: open ones that stand elsewhere now follow, those not found any
   * more are closed.
   *
   * @return whether any did not stand where it stood
   */
  boolean followMoved() {
    NavigableMap<Integer, Branch> before = new TreeMap<>(open);
    open.clear();
    for (Branch child : before.values()) {
      Child now = child.index < children.size() ? children.get(child.index) : null;
      boolean unread = now == null && child.index < children.size();
      if (unread || (now != null && now.container().inside().equals(child.location))) {
        open.put(child.index, child);
      } else if (child.location instanceof Location.Container place) {
        indexOf(place.id()).ifPresentOrElse(found -> open.put(found, child), child::close);
      }
    }
    open.forEach((at, child) -> child.index = at);
    return !before.equals(open);
  }
}
