package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.dms.Operation;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.model.ObjectId;

/** What is taken for the trace of a doubtful insert, and what is not. */
final class InsertProbeTest {
  private static final Shelf HERE = new Shelf(Items.HERE, false);
  private static final Operation.Insert INSERT =
      new Operation.Insert(
          Items.HERE,
          Optional.of(Items.TYPE),
          Optional.of(MainType.ANY_FILE),
          Map.of(),
          List.of(Samples.file(1)));

  private final LedgerServer server = new LedgerServer(() -> Items.NOW);
  private boolean brought;

  @Test
  void whatCameSinceWithTheSameContentIsTheTrace() throws Exception {
    ObjectId id = server.put(Items.TYPE, Items.HERE, Map.of(), Samples.bytes(1));
    assertEquals(new Finding.Found(List.of(id)), look(INSERT));
  }

  @Test
  void whatCarriesTheTagIsTheTraceWhateverElseIsThere() throws Exception {
    server.tagField = Optional.of("mark");
    Operation.Insert sent = Tag.of(server, Items.waiting(1, INSERT)).orElseThrow().on(INSERT);
    ObjectId untagged = server.put(Items.TYPE, Items.HERE, Map.of(), Samples.bytes(1));
    server.put(Items.TYPE, Items.HERE, Map.of("mark", FieldValue.of("K00")), Samples.bytes(1));
    ObjectId made = server.put(Items.TYPE, Items.HERE, sent.fields(), Samples.bytes(1));
    assertEquals(new Finding.Found(List.of(made, untagged)), look(INSERT));
  }

  @Test
  void aTagIsNotWrittenOverWhatThePersonFilledIn() throws Exception {
    server.tagField = Optional.of("mark");
    Operation.Insert filled =
        new Operation.Insert(
            Items.HERE,
            Optional.of(Items.TYPE),
            Optional.of(MainType.ANY_FILE),
            Map.of("mark", FieldValue.of("hers")),
            List.of(Samples.file(1)));
    assertEquals(Optional.empty(), Tag.of(server, Items.waiting(1, filled)));
  }

  @Test
  void otherContentOfTheSameLengthIsNot() throws Exception {
    server.put(Items.TYPE, Items.HERE, Map.of(), Samples.bytes(4));
    assertEquals(Samples.bytes(1).length, Samples.bytes(4).length);
    assertEquals(Finding.ABSENT, look(INSERT));
  }

  @Test
  void whatAChangeOfOursMayHavePutThereIsForThePersonToTell() throws Exception {
    server.put(Items.TYPE, Items.HERE, Map.of(), Samples.bytes(1));
    brought = true;
    assertInstanceOf(Finding.Undecided.class, look(INSERT));
  }

  @Test
  void aListingThatMayBeCutProvesPresenceAndNoAbsence() throws Exception {
    server.mayBeCut = true;
    Finding unseen =
        new Finding.Undecided(Problem.Cause.NOT_ALL_SHOWN, "its listing may have been cut");
    assertEquals(unseen, look(INSERT));
    ObjectId id = server.put(Items.TYPE, Items.HERE, Map.of(), Samples.bytes(1));
    assertEquals(new Finding.Found(List.of(id), unseen), look(INSERT));
  }

  @Test
  void aReferenceIsToldByItsOriginal() throws Exception {
    ObjectId one = server.put(Items.TYPE, Items.THERE, Map.of(), Samples.bytes(1));
    ObjectId other = server.put(Items.TYPE, Items.THERE, Map.of(), Samples.bytes(1));
    Optional<ObjectId> made = server.ledger.perform(reference(one));
    assertEquals(new Finding.Found(List.of(made.orElseThrow())), look(reference(one)));
    assertEquals(Finding.ABSENT, look(reference(other)));
  }

  @Test
  void onlyChangesThatPutAnObjectThereBringIt() {
    ObjectId id = new ObjectId("5");
    Operation move = new Operation.Move(id, Items.TYPE, Items.THERE, Items.HERE);
    assertTrue(Concern.brings(move, Items.HERE));
    assertFalse(Concern.brings(move, Items.THERE));
    assertTrue(
        Concern.brings(new Operation.RestoreObject(id, Optional.empty(), false), Location.TRAY));
    assertFalse(Concern.brings(Items.update("5"), Items.HERE));
    assertFalse(Concern.brings(INSERT, Items.HERE));
  }

  private static Operation.InsertReference reference(ObjectId original) {
    return new Operation.InsertReference(
        original, Items.HERE, Items.TYPE, Map.of("a", FieldValue.of("x")));
  }

  private Finding look(Operation.NewObject made) throws Exception {
    Item item = Items.in(1, Lane.BULK, made, EntryState.IN_DOUBT, 1).with(Attempt.under(1));
    Baseline nothing = new Baseline(1, HERE, 0, Set.of(), true, Items.NOW);
    Ownership ownership =
        new Ownership() {
          @Override
          public boolean isFree(ObjectId object) {
            return true;
          }

          @Override
          public boolean mayBeBrought(ObjectId object, Location place) {
            return brought;
          }
        };
    return new InsertProbe(server, new FileDigests(new NoDisk()), ownership)
        .look(HERE, List.of(item), Map.of(1L, nothing))
        .get(item.id());
  }
}
