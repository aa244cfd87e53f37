package org.kontor.ui.tray;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kontor.model.ObjectId;
import org.kontor.ui.common.RowSelection;

/** Which entries of the tray are selected; headings are passed over. */
final class TrayPointer {
  private final TrayRows rows;
  private final RowSelection selection = new RowSelection();
  private final ReadOnlyObjectWrapper<Optional<TrayRow>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private int lastLead = -1;

  TrayPointer(TrayRows rows) {
    this.rows = rows;
    selection.onChange(this::moved);
  }

  RowSelection selection() {
    return selection;
  }

  ReadOnlyObjectProperty<Optional<TrayRow>> current() {
    return current.getReadOnlyProperty();
  }

  /** The selected entries, from top to bottom. */
  List<TrayRow> selectedRows() {
    return selection.stream()
        .filter(row -> row < rows.size())
        .mapToObj(rows::get)
        .filter(row -> !row.isHeading())
        .toList();
  }

  /**
   * Selects the next entry; stays at the end.
   *
   * @param by 1 for downwards, -1 for upwards
   */
  void move(int by) {
    move(selection.lead(), by);
  }

  /** The entry below the leading one. */
  Optional<TrayRow> following() {
    return entryFrom(selection.lead(), 1).map(rows::get);
  }

  /** The entry above the leading one. */
  Optional<TrayRow> preceding() {
    return entryFrom(selection.lead(), -1).map(rows::get);
  }

  /** Selects everything under a heading. */
  void selectGroup(int heading) {
    int end = heading + 1;
    while (end < rows.size() && !rows.get(end).isHeading()) {
      end++;
    }
    BitSet group = new BitSet();
    group.set(heading + 1, end);
    selection.set(group, heading + 1);
  }

  /** Selects only those of the selected entries that do not belong to these documents. */
  void leaveOut(Collection<ObjectId> documents) {
    BitSet kept = new BitSet();
    selection.stream()
        .filter(row -> row < rows.size() && !rows.get(row).isHeading())
        .filter(
            row ->
                rows.get(row)
                    .document()
                    .filter(document -> documents.contains(document.id()))
                    .isEmpty())
        .forEach(kept::set);
    selection.set(kept, kept.nextSetBit(0));
  }

  /** The rows have become others. */
  void update() {
    int lead = selection.lead();
    lastLead = lead;
    Optional<TrayRow> now =
        lead >= 0 && lead < rows.size() && !rows.get(lead).isHeading()
            ? Optional.of(rows.get(lead))
            : Optional.empty();
    if (!now.equals(current.get())) {
      current.set(now);
    }
  }

  /** A heading that the keys came to gives the selection on. */
  private void moved() {
    int lead = selection.lead();
    boolean onHeading = lead >= 0 && lead < rows.size() && rows.get(lead).isHeading();
    if (onHeading && selection.count() == 1 && !selection.isFollowing()) {
      move(lead, lead < lastLead ? -1 : 1);
    } else {
      update();
    }
  }

  private void move(int from, int by) {
    entryFrom(from, by)
        .or(() -> entryFrom(by > 0 ? rows.size() : -1, -by))
        .ifPresent(selection::only);
  }

  private Optional<Integer> entryFrom(int from, int by) {
    for (int row = Math.max(from, -1) + by; row >= 0 && row < rows.size(); row += by) {
      if (!rows.get(row).isHeading()) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }
}
