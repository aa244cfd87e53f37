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

final class UndoTest {
  private static final ObjectId OBJECT = new ObjectId("5");

  @Test
  void takingBackTwiceIsDoingItAgain() {
    for (Operation operation :
        List.<Operation>of(
            new Operation.Move(OBJECT, Items.TYPE, Items.HERE, Items.THERE),
            new Operation.AddLocation(OBJECT, Items.TYPE, Items.THERE),
            new Operation.RemoveLocation(OBJECT, Items.TYPE, Items.THERE),
            new Operation.MoveAndUpdate(
                OBJECT,
                Items.TYPE,
                Items.HERE,
                Items.THERE,
                Map.of("a", FieldValue.of("1")),
                Map.of("a", FieldValue.of("0"))),
            new Operation.DeleteObject(OBJECT, Optional.of(Items.TYPE), true, false),
            new Operation.RestoreObject(OBJECT, Optional.of(Items.TYPE), true),
            new Operation.Lock(OBJECT, Items.TYPE),
            new Operation.Unlock(OBJECT, Items.TYPE),
            Items.update("5"))) {
      Operation inverse = Undo.of(operation).operation().orElseThrow();
      assertEquals(Optional.of(operation), Undo.of(inverse).operation());
    }
  }

  @Test
  void aMoveGoesBackWhereItCameFrom() {
    assertEquals(
        new Undo.Possible(new Operation.Move(OBJECT, Items.TYPE, Items.THERE, Items.HERE)),
        Undo.of(new Operation.Move(OBJECT, Items.TYPE, Items.HERE, Items.THERE)));
  }

  @Test
  void onlyTheFieldsThatWereChangedAreRestoredAndUnknownOnesCleared() {
    Operation update =
        new Operation.UpdateFields(
            OBJECT,
            Items.TYPE,
            Map.of("a", FieldValue.of("1"), "b", FieldValue.of("2")),
            Map.of("a", FieldValue.of("0"), "c", FieldValue.of("kept")));
    Operation.UpdateFields inverse =
        (Operation.UpdateFields) Undo.of(update).operation().orElseThrow();
    assertEquals(Map.of("a", FieldValue.of("0"), "b", FieldValue.empty()), inverse.fields());
  }

  @Test
  void whatHasNoWayBackSaysWhy() {
    assertEquals(
        new Undo.Impossible(Undo.Reason.ONLY_BY_DELETING), Undo.of(Items.insert(Location.TRAY, 1)));
    assertEquals(
        new Undo.Impossible(Undo.Reason.A_TYPE_STAYS),
        Undo.of(new Operation.AssignType(OBJECT, Items.TYPE, Map.of())));
    assertEquals(
        new Undo.Impossible(Undo.Reason.NOTHING_MOVES_INTO_THE_TRAY),
        Undo.of(new Operation.FileAway(OBJECT, Items.HERE, Optional.of(Items.TYPE), Map.of())));
  }
}
