package org.kontor.ui.outbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.collections.ObservableList;
import org.kontor.outbox.Entry;

/** Lays entries out as lines, and brings a shown list to a new state with few changes. */
final class OutboxRows {
  private static final Comparator<Entry> URGENT_FIRST =
      Comparator.comparingInt(OutboxRows::rank).thenComparing(Entry::id);

  private OutboxRows() {}

  /**
   * What was accepted together stays together, under a head where it is more than one.
   *
   * @param entries what is not over first; the batches keep the order of their first entries
   * @param wanted the entries that have a line; of batches without any not even the head is shown
   */
  static List<OutboxRow> of(List<Entry> entries, Predicate<Entry> wanted) {
    Map<Long, List<Entry>> batches = new LinkedHashMap<>();
    for (Entry entry : entries) {
      batches.computeIfAbsent(entry.batch(), _ -> new ArrayList<>()).add(entry);
    }
    List<OutboxRow> rows = new ArrayList<>(entries.size() + batches.size());
    for (List<Entry> batch : batches.values()) {
      List<Entry> lines = batch.stream().filter(wanted).sorted(URGENT_FIRST).toList();
      if (batch.size() > 1 && !lines.isEmpty()) {
        int settled = (int) batch.stream().filter(entry -> entry.state().isOver()).count();
        rows.add(new OutboxRow.Batch(batch.getFirst(), settled, batch.size()));
      }
      lines.forEach(entry -> rows.add(new OutboxRow.Item(entry)));
    }
    return rows;
  }

  /** Replaces only the lines between the first and the last that differ. */
  static void update(ObservableList<OutboxRow> shown, List<OutboxRow> wanted) {
    int shorter = Math.min(shown.size(), wanted.size());
    int start = 0;
    while (start < shorter && shown.get(start).equals(wanted.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && shown.get(shown.size() - 1 - end).equals(wanted.get(wanted.size() - 1 - end))) {
      end++;
    }
    int shownEnd = shown.size() - end;
    int wantedEnd = wanted.size() - end;
    if (shownEnd == wantedEnd) {
      for (int i = start; i < wantedEnd; i++) {
        if (!shown.get(i).equals(wanted.get(i))) {
          shown.set(i, wanted.get(i));
        }
      }
    } else if (start == 0 && end == 0) {
      shown.setAll(wanted);
    } else {
      shown.remove(start, shownEnd);
      shown.addAll(start, wanted.subList(start, wantedEnd));
    }
  }

  private static int rank(Entry entry) {
    return switch (entry.state()) {
      case REFUSED, UNRESOLVED -> 0;
      case SENDING, PROVING, IN_DOUBT -> 1;
      case WAITING -> 2;
      case DONE, CANCELLED -> 3;
    };
  }
}
