package org.kontor.ui.main;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Undo;
import org.kontor.ui.common.Notebook;

/** What the journal says of the last actions, and what took back what. */
final class DoneActionTest {
  private static final Operation THERE =
      new Operation.Move(new ObjectId("7"), INVOICE.id(), IN_MAY, IN_JUNE);
  private static final Operation BACK =
      new Operation.Move(new ObjectId("7"), INVOICE.id(), IN_JUNE, IN_MAY);
  private static final Operation FILING =
      new Operation.FileAway(new ObjectId("8"), IN_MAY, Optional.empty(), Map.of());

  private final Notebook notebook = Notebook.inMemory();
  private final UndoChains chains = new UndoChains(notebook);

  @Test
  void eachBatchIsOneActionAndSaysWhatCanBecomeOfIt() {
    List<DoneAction> actions =
        DoneAction.in(
            List.of(
                entry(6, 6, EntryState.CANCELLED, THERE),
                entry(5, 5, EntryState.SENDING, THERE),
                entry(4, 4, EntryState.WAITING, THERE),
                entry(3, 2, EntryState.DONE, THERE),
                entry(2, 2, EntryState.DONE, THERE),
                entry(1, 1, EntryState.DONE, FILING)),
            chains::of);
    assertEquals(List.of(5L, 4L, 2L, 1L), actions.stream().map(DoneAction::batch).toList());
    assertEquals(
        List.of(
            DoneAction.Standing.UNDER_WAY,
            DoneAction.Standing.UNSENT,
            DoneAction.Standing.DONE,
            DoneAction.Standing.IMPOSSIBLE),
        actions.stream().map(DoneAction::standing).toList());
    assertEquals(2, actions.get(2).entries().size());
    assertEquals(Optional.of(Undo.Reason.NOTHING_MOVES_INTO_THE_TRAY), actions.get(3).reason());
    assertFalse(actions.get(3).canBeTurned());
  }

  @Test
  void whatTookSomethingBackIsNoActionOfItsOwn() {
    chains.add(1, 2);
    List<Entry> journal =
        List.of(entry(2, 2, EntryState.DONE, BACK), entry(1, 1, EntryState.DONE, THERE));
    List<DoneAction> undone = DoneAction.in(journal, chains::of);
    assertEquals(1, undone.size());
    assertEquals(DoneAction.Standing.TAKEN_BACK, undone.getFirst().standing());
    assertEquals(Optional.of(2L), chains.lastTakenBack());
    assertEquals(Set.of(1L, 2L), chains.settled());
  }

  @Test
  void whatWasDoneAgainCanBeTakenBackAgainAfterTheNextStart() {
    chains.add(1, 2);
    chains.add(2, 3);
    UndoChains next = new UndoChains(notebook);
    assertEquals(List.of(1L, 2L, 3L), next.of(1));
    assertTrue(UndoChains.isInEffect(next.of(2)));
    assertEquals(Set.of(1L, 2L), next.settled());
    assertEquals(Optional.empty(), next.lastTakenBack());
    next.cancelled(3);
    assertEquals(Optional.of(2L), new UndoChains(notebook).lastTakenBack());
  }

  @Test
  void ofSeveralTheOneTakenBackLastIsDoneAgainFirst() {
    chains.add(5, 6);
    chains.add(1, 7);
    assertEquals(Optional.of(7L), chains.lastTakenBack());
  }

  @Test
  void aNotebookThatSomethingElseWroteDoesNoHarm() {
    notebook.write("undo", List.of("", "a b", "1", "2 x 3", "99999999999999999999 1"));
    assertEquals(List.of(2L, 3L), new UndoChains(notebook).of(3));
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
