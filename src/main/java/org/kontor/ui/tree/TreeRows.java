package org.kontor.ui.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;
import org.kontor.model.Cabinet;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.Entry;
import org.kontor.ui.common.ContainerOverlay;
import org.kontor.ui.common.WholeChange;

/**
 * The rows of the tree from top to bottom, worked out when asked for: a node with 100,000 children
 * takes as long to open as one with ten.
 */
final class TreeRows extends ObservableListBase<TreeRow> {
  private static final TreeRow UNREAD = new TreeRow.Loading(0);

  private List<TreeRow> fixed;
  private final List<Cabinet> cabinets;
  private final RowTexts texts;
  private final BranchReader reader;
  private final NavigableMap<Integer, Branch> open = new TreeMap<>();

  /**
   * @param fixed rows above the cabinets
   */
  TreeRows(List<TreeRow> fixed, List<Cabinet> cabinets, RowTexts texts, BranchReader reader) {
    this.fixed = List.copyOf(fixed);
    this.cabinets = cabinets;
    this.texts = texts;
    this.reader = reader;
  }

  /** What a row is made of: a cabinet, a spot below a branch, or (both empty) a fixed row. */
  record Found(Optional<Cabinet> cabinet, int cabinetIndex, Branch.@Nullable Spot spot) {}

  /** Shows other rows above the cabinets. */
  void fix(List<TreeRow> rows) {
    if (!rows.equals(fixed)) {
      int before = size();
      fixed = List.copyOf(rows);
      fireChange(new WholeChange<>(this, Collections.nCopies(before, UNREAD)));
    }
  }

  @Override
  public int size() {
    int rows = fixed.size() + cabinets.size();
    for (Branch branch : open.values()) {
      rows += branch.length();
    }
    return rows;
  }

  @Override
  public TreeRow get(int row) {
    Found found = find(row);
    if (found.spot() != null) {
      return rowOf(found.spot());
    }
    return found
        .cabinet()
        .map(cabinet -> texts.cabinet(cabinet, open.get(found.cabinetIndex()) != null))
        .orElseGet(() -> fixed.get(row));
  }

  private TreeRow rowOf(Branch.Spot spot) {
    Branch branch = spot.branch();
    int depth = branch.depth + 1;
    Optional<Entry> coming = branch.comingAt(spot.child());
    if (coming.isPresent()) {
      return texts.coming(coming.get(), depth);
    }
    Child child = branch.children.get(spot.child());
    if (child != null) {
      return texts.container(
          child,
          branch.about(child.container().id()),
          branch.location,
          depth,
          branch.openAt(spot.child()) != null);
    }
    return branch
        .children
        .failure(spot.child())
        .<TreeRow>map(cause -> new TreeRow.Failed(texts.failure(cause), depth))
        .orElseGet(() -> new TreeRow.Loading(depth));
  }

  Found find(int row) {
    int cabinetRow = fixed.size();
    if (row < cabinetRow) {
      return new Found(Optional.empty(), -1, null);
    }
    for (int index = 0; index < cabinets.size(); index++) {
      if (row == cabinetRow) {
        return new Found(Optional.of(cabinets.get(index)), index, null);
      }
      Branch branch = open.get(index);
      int below = branch == null ? 0 : branch.length();
      if (branch != null && row <= cabinetRow + below) {
        return new Found(Optional.empty(), -1, branch.spotAt(row - cabinetRow - 1));
      }
      cabinetRow += below + 1;
    }
    throw new IndexOutOfBoundsException(row);
  }

  /** The row of a cabinet. */
  int rowOfCabinet(int cabinet) {
    int row = fixed.size() + cabinet;
    for (Branch above : open.headMap(cabinet, false).values()) {
      row += above.length();
    }
    return row;
  }

  /** The row of the cabinet with this folder type; -1 when there is none. */
  int rowOfTop(TypeId folderType) {
    for (int cabinet = 0; cabinet < cabinets.size(); cabinet++) {
      if (cabinets.get(cabinet).folderType().id().equals(folderType)) {
        return rowOfCabinet(cabinet);
      }
    }
    return -1;
  }

  /** The row of an open branch itself. */
  int rowOf(Branch branch) {
    return branch.parent == null ? rowOfCabinet(branch.index) : rowOf(branch.parent, branch.index);
  }

  /** The row of a child of an open branch. */
  int rowOf(Branch branch, int child) {
    return rowOf(branch) + 1 + branch.offsetOf(child);
  }

  /** The open branch of a row; null when it is closed or cannot be opened. */
  @Nullable Branch branchAt(int row) {
    Found found = find(row);
    if (found.cabinet().isPresent()) {
      return open.get(found.cabinetIndex());
    }
    return found.spot() == null ? null : found.spot().branch().openAt(found.spot().child());
  }

  /** All open branches. */
  List<Branch> branches() {
    List<Branch> all = new ArrayList<>();
    open.values().forEach(branch -> collect(branch, all));
    return all;
  }

  private static void collect(Branch branch, List<Branch> all) {
    all.add(branch);
    branch.openOnes().forEach(child -> collect(child, all));
  }

  /** Opens a closed row; its children are asked for. */
  void open(int row) {
    TreeRow closed = get(row);
    Found found = find(row);
    if (closed.opening() != TreeRow.Opening.CLOSED || closed.location().isEmpty()) {
      return;
    }
    @Nullable Branch parent = found.spot() == null ? null : found.spot().branch();
    int index = found.spot() == null ? found.cabinetIndex() : found.spot().child();
    Branch branch =
        new Branch(parent, index, closed.location().get(), closed.title(), closed.depth(), reader);
    beginChange();
    if (parent == null) {
      open.put(index, branch);
    } else {
      parent.add(branch);
    }
    nextReplace(row, row + 1, List.of(closed));
    nextAdd(row + 1, row + 1 + branch.length());
    endChange();
    branch.children.want(0);
  }

  /** Closes an open row. */
  void close(int row) {
    Branch branch = branchAt(row);
    if (branch == null) {
      return;
    }
    TreeRow opened = get(row);
    beginChange();
    if (branch.parent == null) {
      open.remove(branch.index);
      branch.close();
    } else {
      branch.parent.remove(branch);
    }
    nextReplace(row, row + 1, List.of(opened));
    nextRemove(row + 1, Collections.nCopies(branch.length(), UNREAD));
    endChange();
  }

  /** Children of a branch from (inclusive) to (exclusive) are others now. */
  void changed(Branch branch, int from, int to, int before) {
    int lengthBefore = branch.length();
    int row = rowOf(branch) + 1;
    boolean moved = branch.followMoved();
    branch.recount();
    int length = branch.length();
    beginChange();
    if (moved
        || before == 0
        || !branch.overlay().coming().isEmpty()
        || lengthBefore - length != before - branch.children.size()) {
      nextReplace(row, row + length, Collections.nCopies(lengthBefore, UNREAD));
    } else {
      int first = row + branch.offsetOf(from);
      int last = Math.min(row + branch.offsetOf(Math.min(to, before)), row + lengthBefore);
      if (first < last) {
        nextReplace(first, last, Collections.nCopies(last - first, UNREAD));
      }
      if (length > lengthBefore) {
        nextAdd(row + lengthBefore, row + length);
      } else if (length < lengthBefore) {
        nextRemove(row + length, Collections.nCopies(lengthBefore - length, UNREAD));
      }
    }
    endChange();
  }

  /** Takes in what the outbox says now about each open branch. */
  void overlay(Function<Branch, ContainerOverlay> overlays) {
    for (Branch branch : branches()) {
      ContainerOverlay next = overlays.apply(branch);
      if (!next.equals(branch.overlay())) {
        int before = branch.length();
        int row = rowOf(branch) + 1;
        branch.overlay(next);
        beginChange();
        nextReplace(row, row + branch.length(), Collections.nCopies(before, UNREAD));
        endChange();
      }
    }
  }

  /**
   * The next row behind {@code from}, and around, whose title fits; -1 when none does. Only rows
   * that were read are looked at.
   */
  int findTitle(int from, Predicate<String> fits) {
    int first = -1;
    int next = -1;
    for (int row : fitting(fits)) {
      first = first < 0 ? row : Math.min(first, row);
      if (row > from) {
        next = next < 0 ? row : Math.min(next, row);
      }
    }
    return next < 0 ? first : next;
  }

  private List<Integer> fitting(Predicate<String> fits) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < fixed.size(); row++) {
      if (fits.test(fixed.get(row).title())) {
        rows.add(row);
      }
    }
    for (int cabinet = 0; cabinet < cabinets.size(); cabinet++) {
      if (fits.test(texts.cabinet(cabinets.get(cabinet), false).title())) {
        rows.add(rowOfCabinet(cabinet));
      }
    }
    for (Branch branch : branches()) {
      Predicate<Child> child = candidate -> fits.test(candidate.title());
      OptionalInt at = branch.children.find(0, child);
      while (at.isPresent()) {
        rows.add(rowOf(branch, at.getAsInt()));
        at = branch.children.find(at.getAsInt() + 1, child);
      }
    }
    return rows;
  }

  /** The row of a container that is shown; -1 when it is not. */
  int rowOf(ObjectId container) {
    for (Branch branch : branches()) {
      var child = branch.indexOf(container);
      if (child.isPresent()) {
        return rowOf(branch, child.getAsInt());
      }
    }
    return -1;
  }
}
