package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.kontor.ui.main.Samples.INVOICE;
import static org.kontor.ui.main.Samples.IN_JUNE;
import static org.kontor.ui.main.Samples.IN_MAY;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.dms.Operation;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Undo;

final class TakeBackTest {
  private static final Operation THERE =
      new Operation.Move(new ObjectId("7"), INVOICE.id(), IN_MAY, IN_JUNE);
  private static final Operation BACK =
      new Operation.Move(new ObjectId("7"), INVOICE.id(), IN_JUNE, IN_MAY);
  private static final Operation FILING =
      new Operation.FileAway(new ObjectId("8"), IN_MAY, Optional.empty(), Map.of());

  @Test
  void theLastBatchIsUndoneAsAWholeAndBackwards() {
    Operation second = new Operation.AddLocation(new ObjectId("7"), INVOICE.id(), IN_MAY);
    TakeBackPlan plan =
        plan(
            entry(1, 1, EntryState.DONE, FILING),
            entry(2, 2, EntryState.DONE, THERE),
            entry(3, 2, EntryState.DONE, second));

    assertEquals(
        List.of(new Operation.RemoveLocation(new ObjectId("7"), INVOICE.id(), IN_MAY), BACK),
        assertInstanceOf(TakeBackPlan.Inverse.class, plan).drafts().stream()
            .map(Draft::operation)
            .toList());
  }

  @Test
  void whatWasTakenBackIsNotTakenBackAgain() {
    Entry first = entry(1, 1, EntryState.DONE, THERE);
    Entry undone = entry(2, 2, EntryState.DONE, THERE);
    Entry undo = entry(3, 3, EntryState.DONE, BACK);

    TakeBackPlan plan = TakeBackPlan.of(List.of(undo, undone, first), Set.of(2L, 3L));

    assertEquals(1, assertInstanceOf(TakeBackPlan.Inverse.class, plan).batch());
    assertEquals(
        new TakeBackPlan.Nothing(),
        TakeBackPlan.of(List.of(undo, undone, first), Set.of(1L, 2L, 3L)));
  }

  @Test
  void whatHasNotBeenSentIsSimplyCancelled() {
    assertEquals(
        new TakeBackPlan.Cancel(4, List.of(new EntryId(4))),
        plan(entry(4, 4, EntryState.WAITING, FILING)));
  }

  @Test
  void whatIsOnItsWayHasToArriveFirst() {
    assertEquals(
        new TakeBackPlan.NotYet(),
        plan(entry(1, 1, EntryState.DONE, THERE), entry(2, 2, EntryState.SENDING, THERE)));
  }

  @Test
  void filingOutOfTheTraySaysThatThereIsNoWayBack() {
    assertEquals(
        new TakeBackPlan.Impossible(Undo.Reason.NOTHING_MOVES_INTO_THE_TRAY),
        plan(entry(1, 1, EntryState.DONE, THERE), entry(2, 2, EntryState.DONE, FILING)));
  }

  private static TakeBackPlan plan(Entry... entries) {
    return TakeBackPlan.of(List.of(entries), Set.of());
  }

  private static Entry entry(long id, long batch, EntryState state, Operation operation) {
    return new Entry(
        new EntryId(id),
        "registry",
        batch,
        Lane.INTERACTIVE,
        "Invoice " + id,
        operation,
        state,
        1,
        0,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }
}
