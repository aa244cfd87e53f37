package org.kontor.ui.main;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Undo;

/** How the last thing done is taken back. Pure. */
sealed interface TakeBackPlan {

  /** Nothing was done, or all of it was taken back. */
  record Nothing() implements TakeBackPlan {}

  /** It is on its way: only when the server has confirmed it, it can be taken back. */
  record NotYet() implements TakeBackPlan {}

  record Impossible(Undo.Reason reason) implements TakeBackPlan {}

  /** Nothing of it has been sent. */
  record Cancel(long batch, List<EntryId> entries) implements TakeBackPlan {}

  /** It is undone by doing this. */
  record Inverse(long batch, List<Draft> drafts) implements TakeBackPlan {}

  /**
   * @param entries of one server
   * @param settled batches that were taken back, or took something back
   */
  static TakeBackPlan of(List<Entry> entries, Set<Long> settled) {
    return entries.stream()
        .filter(entry -> !settled.contains(entry.batch()))
        .filter(entry -> entry.state() != EntryState.CANCELLED)
        .max(Comparator.comparing(Entry::id))
        .map(newest -> ofBatch(entries, newest.batch()))
        .orElse(new Nothing());
  }

  /**
   * @param entries of one server
   */
  static TakeBackPlan ofBatch(List<Entry> entries, long batch) {
    List<Entry> last = sameBatch(entries, batch);
    if (last.isEmpty()) {
      return new Nothing();
    }
    if (last.stream().allMatch(entry -> isUnsent(entry.state()))) {
      return new Cancel(batch, last.stream().map(Entry::id).toList());
    }
    return last.stream().allMatch(entry -> entry.state() == EntryState.DONE)
        ? inverse(batch, last)
        : new NotYet();
  }

  private static List<Entry> sameBatch(List<Entry> entries, long batch) {
    return entries.stream()
        .filter(entry -> entry.batch() == batch && entry.state() != EntryState.CANCELLED)
        .sorted(Comparator.comparing(Entry::id).reversed())
        .toList();
  }

  private static TakeBackPlan inverse(long batch, List<Entry> done) {
    List<Draft> drafts = new ArrayList<>();
    for (Entry entry : done) {
      switch (Undo.of(entry)) {
        case Undo.Possible(var operation) -> drafts.add(new Draft(entry.title(), operation));
        case Undo.Impossible(Undo.Reason reason) -> {
          return new Impossible(reason);
        }
      }
    }
    return new Inverse(batch, drafts);
  }

  private static boolean isUnsent(EntryState state) {
    return state == EntryState.WAITING || state == EntryState.REFUSED;
  }
}
