package org.kontor.ui.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.model.FieldValue;

/** The same operation with other values. */
final class EditedOperation {
  private EditedOperation() {}

  /** Whether an operation can write into fields. */
  static boolean writesFields(Operation operation) {
    return switch (operation) {
      case Operation.Insert _, Operation.InsertReference _, Operation.AssignType _ -> true;
      case Operation.FileAway _, Operation.UpdateFields _, Operation.MoveAndUpdate _ -> true;
      default -> false;
    };
  }

  /** What an operation writes into fields; empty where it writes none. */
  static Map<String, FieldValue> fieldsOf(Operation operation) {
    return switch (operation) {
      case Operation.Insert insert -> insert.fields();
      case Operation.InsertReference reference -> reference.fields();
      case Operation.AssignType typing -> typing.fields();
      case Operation.FileAway filing -> filing.fields();
      case Operation.UpdateFields update -> update.fields();
      case Operation.MoveAndUpdate move -> move.fields();
      default -> Map.of();
    };
  }

  /**
   * @param seen what the person saw on the server while she decided: only over that is written
   * @return empty when nothing would be left to do
   */
  static Optional<Operation> of(
      Operation operation, Map<String, FieldValue> values, Map<String, FieldValue> seen) {
    return switch (operation) {
      case Operation.Insert insert ->
          Optional.of(
              new Operation.Insert(
                  insert.target(),
                  insert.type(),
                  insert.mainType(),
                  values,
                  insert.files(),
                  insert.also()));
      case Operation.InsertReference reference ->
          Optional.of(
              new Operation.InsertReference(
                  reference.original(), reference.target(), reference.type(), values));
      case Operation.AssignType typing ->
          Optional.of(new Operation.AssignType(typing.object(), typing.type(), values));
      case Operation.FileAway filing ->
          Optional.of(
              new Operation.FileAway(filing.object(), filing.target(), filing.type(), values));
      case Operation.UpdateFields update ->
          values.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new Operation.UpdateFields(
                      update.object(),
                      update.type(),
                      values,
                      before(update.before(), values, seen)));
      case Operation.MoveAndUpdate move ->
          Optional.of(
              new Operation.MoveAndUpdate(
                  move.object(),
                  move.type(),
                  move.from(),
                  move.to(),
                  values,
                  before(move.before(), values, seen)));
      default -> throw new IllegalArgumentException("it writes no fields");
    };
  }

  private static Map<String, FieldValue> before(
      Map<String, FieldValue> before,
      Map<String, FieldValue> values,
      Map<String, FieldValue> seen) {
    Map<String, FieldValue> now = new HashMap<>(before);
    now.putAll(seen);
    now.keySet().retainAll(values.keySet());
    return now;
  }
}
