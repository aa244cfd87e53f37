package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.dms.Operation;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** What an object, as it is now, says about a change that may have been made to it. */
final class ChangeKindTest {
  private static final ObjectId OBJECT = new ObjectId("100");

  private enum Verdict {
    FOUND,
    ABSENT,
    REPEATABLE,
    UNDECIDED
  }

  @Test
  void aMoveIsToldByWhereItLies() throws Exception {
    Operation.OnObject move = new Operation.Move(OBJECT, Items.TYPE, Items.HERE, Items.THERE);
    assertEquals(Verdict.ABSENT, typed(move, "old", Items.HERE));
    assertEquals(Verdict.FOUND, typed(move, "old", Items.THERE));
    assertEquals(Verdict.UNDECIDED, typed(move, "old", Items.HERE, Items.THERE));
    assertEquals(Verdict.UNDECIDED, typed(move, "old", Items.container("99")));
  }

  @Test
  void anUpdateIsToldByTheFieldsBeforeAndAfter() throws Exception {
    assertEquals(Verdict.ABSENT, typed(Items.update("100"), "old", Items.HERE));
    assertEquals(Verdict.FOUND, typed(Items.update("100"), "new", Items.HERE));
    assertEquals(Verdict.UNDECIDED, typed(Items.update("100"), "somebody's", Items.HERE));
  }

  @Test
  void typingIsToldByTheType() throws Exception {
    Operation.OnObject typing =
        new Operation.AssignType(OBJECT, Items.TYPE, Map.of("a", FieldValue.of("x")));
    assertEquals(Verdict.ABSENT, verdict(typing, Optional.empty(), "", Location.TRAY));
    assertEquals(Verdict.FOUND, typed(typing, "x", Location.TRAY));
    assertEquals(Verdict.UNDECIDED, typed(typing, "y", Location.TRAY));
    assertEquals(
        Verdict.UNDECIDED, verdict(typing, Optional.of(new TypeId("262145")), "x", Location.TRAY));
  }

  @Test
  void filingIsToldByPlaceAndType() throws Exception {
    Operation.OnObject filing =
        new Operation.FileAway(
            OBJECT, Items.THERE, Optional.of(Items.TYPE), Map.of("a", FieldValue.of("x")));
    assertEquals(Verdict.ABSENT, verdict(filing, Optional.empty(), "", Location.TRAY));
    assertEquals(Verdict.ABSENT, typed(filing, "x", Location.TRAY));
    assertEquals(Verdict.FOUND, typed(filing, "x", Items.THERE));
    assertEquals(Verdict.UNDECIDED, typed(filing, "x", Items.HERE));
  }

  @Test
  void locationsAreToldByTheList() throws Exception {
    Operation.OnObject add = new Operation.AddLocation(OBJECT, Items.TYPE, Items.THERE);
    Operation.OnObject remove = new Operation.RemoveLocation(OBJECT, Items.TYPE, Items.THERE);
    assertEquals(Verdict.ABSENT, typed(add, "", Items.HERE));
    assertEquals(Verdict.FOUND, typed(add, "", Items.HERE, Items.THERE));
    assertEquals(Verdict.FOUND, typed(remove, "", Items.HERE));
    assertEquals(Verdict.ABSENT, typed(remove, "", Items.HERE, Items.THERE));
  }

  @Test
  void moveAndUpdateIsToldByPlaceAndValues() throws Exception {
    Operation.OnObject both =
        new Operation.MoveAndUpdate(
            OBJECT,
            Items.TYPE,
            Items.HERE,
            Items.THERE,
            Map.of("a", FieldValue.of("new")),
            Map.of("a", FieldValue.of("old")));
    assertEquals(Verdict.ABSENT, typed(both, "old", Items.HERE));
    assertEquals(Verdict.FOUND, typed(both, "new", Items.THERE));
    assertEquals(Verdict.REPEATABLE, typed(both, "new", Items.HERE));
    assertEquals(Verdict.UNDECIDED, typed(both, "old", Items.THERE));
    assertEquals(Verdict.UNDECIDED, typed(both, "somebody's", Items.HERE));
  }

  @Test
  void deletingIsToldByPresence() throws Exception {
    Optional<TypeId> type = Optional.of(Items.TYPE);
    Operation.OnObject toBin = new Operation.DeleteObject(OBJECT, type, false, false);
    Operation.OnObject forGood = new Operation.DeleteObject(OBJECT, type, false, true);
    Operation.OnObject typeless =
        new Operation.DeleteObject(OBJECT, Optional.empty(), false, false);
    Operation.OnObject emptied = new Operation.EmptyFromBin(OBJECT, type);
    Operation.OnObject restored = new Operation.RestoreObject(OBJECT, type, false);
    List<Verdict> present = new ArrayList<>();
    List<Verdict> inBin = new ArrayList<>();
    List<Verdict> nowhere = new ArrayList<>();
    for (Operation.OnObject change : List.of(toBin, forGood, typeless, emptied, restored)) {
      present.add(typed(change, "", Items.HERE));
      inBin.add(after(change, toBin));
      nowhere.add(after(change, forGood));
    }
    assertEquals(
        List.of(Verdict.ABSENT, Verdict.ABSENT, Verdict.ABSENT, Verdict.UNDECIDED, Verdict.FOUND),
        present);
    assertEquals(
        List.of(Verdict.FOUND, Verdict.ABSENT, Verdict.FOUND, Verdict.ABSENT, Verdict.ABSENT),
        inBin);
    assertEquals(
        List.of(Verdict.UNDECIDED, Verdict.FOUND, Verdict.FOUND, Verdict.FOUND, Verdict.UNDECIDED),
        nowhere);
  }

  @Test
  void lockingIsToldByTheHolder() throws Exception {
    Operation.OnObject lock = new Operation.Lock(OBJECT, Items.TYPE);
    Operation.OnObject unlock = new Operation.Unlock(OBJECT, Items.TYPE);
    assertEquals(Verdict.ABSENT, typed(lock, "", Items.HERE));
    assertEquals(Verdict.FOUND, typed(unlock, "", Items.HERE));
    assertEquals(Verdict.FOUND, after(lock, lock));
    assertEquals(Verdict.ABSENT, after(unlock, lock));
    LedgerServer server = server(Optional.of(Items.TYPE), "", Items.HERE);
    server.ledger.lockByAnother(OBJECT);
    assertEquals(Verdict.UNDECIDED, verdict(server, lock));
    assertEquals(Verdict.UNDECIDED, verdict(server, unlock));
  }

  @Test
  void retentionIsToldByTheDate() throws Exception {
    LocalDate soon = LocalDate.of(2030, 1, 1);
    LocalDate later = LocalDate.of(2040, 1, 1);
    Operation.OnObject first =
        new Operation.SetRetention(OBJECT, Items.TYPE, soon, Optional.empty());
    Operation.OnObject second =
        new Operation.SetRetention(OBJECT, Items.TYPE, later, Optional.of(soon));
    assertEquals(Verdict.ABSENT, typed(first, "", Items.HERE));
    assertEquals(Verdict.FOUND, after(first, first));
    assertEquals(Verdict.ABSENT, after(second, first));
    assertEquals(Verdict.UNDECIDED, typed(second, "", Items.HERE));
    assertEquals(Verdict.UNDECIDED, after(first, second));
  }

  @Test
  void theMarkForTheArchiveIsNotToldAndMayBeSetAgain() throws Exception {
    Operation.OnObject release = new Operation.ReleaseForArchiving(OBJECT, Items.TYPE);
    assertEquals(Verdict.REPEATABLE, after(release, release));
  }

  private static Verdict after(Operation.OnObject change, Operation done) throws Exception {
    LedgerServer server = server(Optional.of(Items.TYPE), "", Items.HERE);
    assertTrue(server.ledger.perform(done).isPresent());
    return verdict(server, change);
  }

  private static Verdict typed(Operation.OnObject change, String a, Location... places)
      throws Exception {
    return verdict(change, Optional.of(Items.TYPE), a, places);
  }

  private static Verdict verdict(
      Operation.OnObject change, Optional<TypeId> type, String a, Location... places)
      throws Exception {
    return verdict(server(type, a, places), change);
  }

  private static LedgerServer server(Optional<TypeId> type, String a, Location... places) {
    LedgerServer server = new LedgerServer(() -> Items.NOW);
    ObjectId id = server.ledger.put(type, places[0], Map.of("a", FieldValue.of(a)), new byte[] {1});
    assertEquals(OBJECT, id);
    server.ledger.places(id).addAll(List.of(places));
    return server;
  }

  private static Verdict verdict(LedgerServer server, Operation.OnObject change) throws Exception {
    Sight sight = new Sight(server, new FileDigests(new NoDisk()), () -> Items.NOW, OBJECT, false);
    return switch (ChangeKind.of(change).look(sight)) {
      case Finding.Found(var objects, var _) -> {
        assertEquals(List.of(OBJECT), objects);
        yield Verdict.FOUND;
      }
      case Finding.Absent _ -> Verdict.ABSENT;
      case Finding.Repeatable _ -> Verdict.REPEATABLE;
      case Finding.Undecided _ -> Verdict.UNDECIDED;
    };
  }
}
