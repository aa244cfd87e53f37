package org.kontor.ui.tray;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.ui.common.RowSelection;

/**
 * Takes a selection from one set of rows to the next: what is still there stays selected; when
 * nothing of it is, the next row is, or the last one at the end.
 */
final class KeptSelection {
  private KeptSelection() {}

  static void follow(
      RowSelection selection,
      List<TrayRow> before,
      List<TrayRow> after,
      Map<TrayRow.Key, TrayRow.Key> became) {
    if (selection.count() == 0) {
      return;
    }
    Map<TrayRow.Key, Integer> places = new HashMap<>();
    for (int row = 0; row < after.size(); row++) {
      places.put(after.get(row).key(), row);
    }
    BitSet kept = new BitSet();
    selection.stream()
        .filter(row -> row < before.size())
        .map(row -> place(before.get(row), places, became))
        .filter(row -> row >= 0)
        .forEach(kept::set);
    int lead =
        selection.lead() >= 0 && selection.lead() < before.size()
            ? place(before.get(selection.lead()), places, became)
            : -1;
    if (kept.isEmpty()) {
      lead = neighbour(selection.lead(), before, places, became);
      if (lead >= 0) {
        kept.set(lead);
      }
    }
    selection.follow(kept, lead >= 0 ? lead : kept.nextSetBit(0));
  }

  private static int neighbour(
      int left,
      List<TrayRow> before,
      Map<TrayRow.Key, Integer> places,
      Map<TrayRow.Key, TrayRow.Key> became) {
    for (int row = left + 1; row < before.size(); row++) {
      int place = place(before.get(row), places, became);
      if (place >= 0 && !before.get(row).isHeading()) {
        return place;
      }
    }
    for (int row = Math.min(left, before.size()) - 1; row >= 0; row--) {
      int place = place(before.get(row), places, became);
      if (place >= 0 && !before.get(row).isHeading()) {
        return place;
      }
    }
    return -1;
  }

  private static int place(
      TrayRow row, Map<TrayRow.Key, Integer> places, Map<TrayRow.Key, TrayRow.Key> became) {
    TrayRow.Key now = became.getOrDefault(row.key(), row.key());
    return places.getOrDefault(now, -1);
  }
}
