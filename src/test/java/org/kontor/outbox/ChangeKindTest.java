package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
  private static final Finding FOUND = new Finding.Found(List.of(OBJECT));
  private static final Finding ABSENT = Finding.ABSENT;

  private enum Verdict {
    FOUND,
    ABSENT,
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

  private static Verdict typed(Operation.OnObject change, String a, Location... places)
      throws Exception {
    return verdict(change, Optional.of(Items.TYPE), a, places);
  }

  private static Verdict verdict(
      Operation.OnObject change, Optional<TypeId> type, String a, Location... places)
      throws Exception {
    LedgerServer server = new LedgerServer(() -> Items.NOW);
    ObjectId id = server.ledger.put(type, places[0], Map.of("a", FieldValue.of(a)), new byte[] {1});
    assertEquals(OBJECT, id);
    for (Location place : places) {
      server.ledger.places(id).add(place);
    }
    Sight sight = new Sight(server, new FileDigests(new NoDisk()), () -> Items.NOW, id, false);
    Finding finding = ChangeKind.of(change).look(sight);
    return finding.equals(FOUND)
        ? Verdict.FOUND
        : finding.equals(ABSENT) ? Verdict.ABSENT : Verdict.UNDECIDED;
  }
}
