package org.kontor.ui.main;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Undo;

/**
 * Something that a person did, as it stands now: a batch, and what took it back or did it again.
 *
 * @param entries of the batch that she sent first, in their order
 * @param reason why there is no way back; set for IMPOSSIBLE only
 */
record DoneAction(
    long batch, List<Entry> entries, Standing standing, Optional<Undo.Reason> reason) {

  /** What can become of it. */
  enum Standing {
    /** It can be taken back. */
    DONE,
    /** It was taken back and can be done again. */
    TAKEN_BACK,
    /** Nothing of it was sent; it can be cancelled. */
    UNSENT,
    /** It is being sent, or waits for the person in the outbox. */
    UNDER_WAY,
    IMPOSSIBLE
  }

  DoneAction {
    entries = List.copyOf(entries);
  }

  Instant when() {
    return entries.getFirst().accepted();
  }

  boolean canBeTurned() {
    return switch (standing) {
      case DONE, TAKEN_BACK, UNSENT -> true;
      case UNDER_WAY, IMPOSSIBLE -> false;
    };
  }

  /**
   * The actions in a journal, newest first.
   *
   * @param entries of one server
   * @param chainOf the chain of a batch, see {@link UndoChains}
   */
  static List<DoneAction> in(List<Entry> entries, LongFunction<List<Long>> chainOf) {
    Map<Long, List<Entry>> batches =
        entries.stream()
            .sorted(Comparator.comparing(Entry::id))
            .collect(Collectors.groupingBy(Entry::batch, TreeMap::new, Collectors.toList()));
    List<DoneAction> actions = new ArrayList<>();
    batches.forEach(
        (batch, own) -> {
          List<Long> chain = chainOf.apply(batch);
          boolean first = chain.getFirst().equals(batch) || !batches.containsKey(chain.getFirst());
          boolean given = own.stream().allMatch(entry -> entry.state() == EntryState.CANCELLED);
          if (first && !given) {
            actions.add(of(batch, own, entries, chain));
          }
        });
    return actions.reversed();
  }

  private static DoneAction of(long batch, List<Entry> own, List<Entry> entries, List<Long> chain) {
    boolean inEffect = UndoChains.isInEffect(chain);
    return switch (TakeBackPlan.ofBatch(entries, chain.getLast())) {
      case TakeBackPlan.Inverse _ -> of(batch, own, inEffect ? Standing.DONE : Standing.TAKEN_BACK);
      case TakeBackPlan.Cancel _ -> of(batch, own, inEffect ? Standing.UNSENT : Standing.UNDER_WAY);
      case TakeBackPlan.NotYet _, TakeBackPlan.Nothing _ -> of(batch, own, Standing.UNDER_WAY);
      case TakeBackPlan.Impossible(Undo.Reason reason) ->
          new DoneAction(batch, own, Standing.IMPOSSIBLE, Optional.of(reason));
    };
  }

  private static DoneAction of(long batch, List<Entry> own, Standing standing) {
    return new DoneAction(batch, own, standing, Optional.empty());
  }
}
