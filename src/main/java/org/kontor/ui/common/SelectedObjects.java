package org.kontor.ui.common;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.kontor.model.DmsObject;
import org.kontor.model.ObjectId;

/**
 * The objects selected in a list that is read page by page. They stay selected while the list is
 * read anew, wherever they stand then; when all are gone, what follows is selected. To be used from
 * one thread.
 */
public final class SelectedObjects {

  /** The rows of the list, read or not. */
  public interface Rows {
    int size();

    /** Visits those that were read, ascending. */
    void eachObject(BiConsumer<Integer, DmsObject> visitor);
  }

  private final RowSelection selection;
  private final Rows rows;
  private Set<ObjectId> ids = Set.of();

  public SelectedObjects(RowSelection selection, Rows rows) {
    this.selection = selection;
    this.rows = rows;
    selection.onChange(
        () -> {
          if (!selection.isFollowing()) {
            lookAnew();
          }
        });
  }

  /** Those that were read, from top to bottom. */
  public List<DmsObject> read() {
    List<DmsObject> objects = new ArrayList<>();
    rows.eachObject(
        (_, object) -> {
          if (ids.contains(object.id())) {
            objects.add(object);
          }
        });
    return objects;
  }

  /** Selects only those of them that are not these. */
  public void leaveOut(Collection<ObjectId> others) {
    BitSet kept = selection.toBits();
    rowsOf(Set.copyOf(others)).stream().forEach(kept::clear);
    selection.set(kept, kept.nextSetBit(0));
  }

  /**
   * Goes with them through a change of the rows.
   *
   * @param change reads or lays out rows
   */
  public void during(Runnable change) {
    boolean allKnown = selection.count() == ids.size();
    change.run();
    if (allKnown && !ids.isEmpty()) {
      follow();
    }
    lookAnew();
  }

  private void follow() {
    BitSet kept = rowsOf(ids);
    int lead = selection.lead();
    if (kept.isEmpty() && rows.size() > 0 && lead >= 0) {
      kept.set(Math.min(lead, rows.size() - 1));
    }
    selection.follow(kept, kept.get(Math.max(0, lead)) ? lead : kept.nextSetBit(0));
  }

  private BitSet rowsOf(Set<ObjectId> wanted) {
    BitSet found = new BitSet();
    rows.eachObject(
        (row, object) -> {
          if (wanted.contains(object.id())) {
            found.set(row);
          }
        });
    return found;
  }

  private void lookAnew() {
    Set<ObjectId> now = new HashSet<>();
    rows.eachObject(
        (row, object) -> {
          if (selection.isSelected(row)) {
            now.add(object.id());
          }
        });
    ids = now;
  }
}
