package org.kontor.ui.tray;

import java.util.List;
import javafx.collections.ObservableListBase;

/** The shown rows; a new set of rows is told as one change of what really differs. */
final class TrayRows extends ObservableListBase<TrayRow> {
  private List<TrayRow> rows = List.of();

  void become(List<TrayRow> next) {
    List<TrayRow> before = rows;
    int shorter = Math.min(before.size(), next.size());
    int same = 0;
    while (same < shorter && before.get(same).equals(next.get(same))) {
      same++;
    }
    int sameAtEnd = 0;
    while (sameAtEnd < shorter - same
        && before
            .get(before.size() - 1 - sameAtEnd)
            .equals(next.get(next.size() - 1 - sameAtEnd))) {
      sameAtEnd++;
    }
    if (same == before.size() && same == next.size()) {
      return;
    }
    rows = List.copyOf(next);
    beginChange();
    nextReplace(same, next.size() - sameAtEnd, before.subList(same, before.size() - sameAtEnd));
    endChange();
  }

  @Override
  public TrayRow get(int row) {
    return rows.get(row);
  }

  @Override
  public int size() {
    return rows.size();
  }
}
