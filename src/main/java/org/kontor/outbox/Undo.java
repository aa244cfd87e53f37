package org.kontor.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.model.FieldValue;

/** How a finished operation is taken back: by another operation, or not at all. Pure. */
public sealed interface Undo {

  /** It takes this to get back to the state before. */
  record Possible(Operation inverse) implements Undo {}

  record Impossible(Reason reason) implements Undo {}

  /** Why there is no way back. */
  enum Reason {
    /** Nothing moves into a tray (reference 2.3). */
    NOTHING_MOVES_INTO_THE_TRAY,
    /** A document that has a type keeps one. */
    A_TYPE_STAYS,
    /** What was inserted would have to be deleted; that is the person's decision. */
    ONLY_BY_DELETING
  }

  /** What takes an operation back that was done as it says. */
  static Undo of(Operation operation) {
    return switch (operation) {
      case Operation.Insert _ -> new Impossible(Reason.ONLY_BY_DELETING);
      case Operation.AssignType _ -> new Impossible(Reason.A_TYPE_STAYS);
      case Operation.FileAway _ -> new Impossible(Reason.NOTHING_MOVES_INTO_THE_TRAY);
      case Operation.Move move ->
          new Possible(new Operation.Move(move.object(), move.type(), move.to(), move.from()));
      case Operation.AddLocation added ->
          new Possible(new Operation.RemoveLocation(added.object(), added.type(), added.to()));
      case Operation.RemoveLocation removed ->
          new Possible(new Operation.AddLocation(removed.object(), removed.type(), removed.at()));
      case Operation.UpdateFields update -> new Possible(restored(update));
    };
  }

  default Optional<Operation> operation() {
    return this instanceof Possible(Operation inverse) ? Optional.of(inverse) : Optional.empty();
  }

  /** A field of which nothing was known before held nothing. */
  private static Operation.UpdateFields restored(Operation.UpdateFields update) {
    Map<String, FieldValue> before = new HashMap<>();
    update
        .fields()
        .keySet()
        .forEach(name -> before.put(name, update.before().getOrDefault(name, FieldValue.empty())));
    return new Operation.UpdateFields(update.object(), update.type(), before, update.fields());
  }
}
