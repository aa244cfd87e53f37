package org.kontor.ui.main;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kontor.dms.Operation;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;

/**
 * What was done to an object from here after something that is to be taken back: step by step from
 * what that left behind. Where another person's step lies between, it ends there, and the outbox
 * finds the difference. Pure.
 */
final class LaterChanges {
  private final List<Operation> steps;

  /**
   * @param after the batch that is to be taken back
   * @param entries what was done from here
   */
  LaterChanges(long after, List<Entry> entries) {
    steps =
        entries.stream()
            .filter(entry -> entry.batch() > after && entry.state() == EntryState.DONE)
            .sorted(Comparator.comparing(Entry::id))
            .map(Entry::operation)
            .toList();
  }

  /** The same, begun from how things are after all that was done from here. */
  Operation allowedFor(Operation inverse) {
    return switch (inverse) {
      case Operation.UpdateFields update ->
          new Operation.UpdateFields(
              update.object(),
              update.type(),
              update.fields(),
              values(update.object(), update.before()));
      case Operation.Move move ->
          new Operation.Move(
              move.object(), move.type(), place(move.object(), move.from(), move.to()), move.to());
      case Operation.MoveAndUpdate move ->
          new Operation.MoveAndUpdate(
              move.object(),
              move.type(),
              place(move.object(), move.from(), move.to()),
              move.to(),
              move.fields(),
              values(move.object(), move.before()));
      default -> inverse;
    };
  }

  private Map<String, FieldValue> values(ObjectId object, Map<String, FieldValue> left) {
    Map<String, FieldValue> now = new HashMap<>(left);
    for (Operation step : of(object).toList()) {
      switch (step) {
        case Operation.UpdateFields update -> write(now, update.before(), update.fields());
        case Operation.MoveAndUpdate move -> write(now, move.before(), move.fields());
        default -> {}
      }
    }
    return now;
  }

  private static void write(
      Map<String, FieldValue> now, Map<String, FieldValue> before, Map<String, FieldValue> after) {
    after.forEach(
        (field, value) ->
            now.computeIfPresent(
                field,
                (_, known) ->
                    before.getOrDefault(field, FieldValue.empty()).equals(known) ? value : known));
  }

  /** Where nothing is left to be moved, it stays as it is. */
  private Location.Container place(
      ObjectId object, Location.Container left, Location.Container back) {
    Location.Container now = left;
    for (Operation step : of(object).toList()) {
      now = after(step, now);
    }
    return now.equals(back) ? left : now;
  }

  private static Location.Container after(Operation step, Location.Container at) {
    return switch (step) {
      case Operation.Move move when move.from().equals(at) -> move.to();
      case Operation.MoveAndUpdate move when move.from().equals(at) -> move.to();
      default -> at;
    };
  }

  private Stream<Operation> of(ObjectId object) {
    return steps.stream()
        .filter(
            step -> step instanceof Operation.OnObject change && change.object().equals(object));
  }
}
