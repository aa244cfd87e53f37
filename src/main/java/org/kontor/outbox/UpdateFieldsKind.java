package org.kontor.outbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.FieldValue;

/** Done when the object holds the values; not done while it holds those that the person saw. */
record UpdateFieldsKind(Operation.UpdateFields change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    return look(sight, change.fields(), change.before());
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Possible(
        new Operation.UpdateFields(
            change.object(),
            change.type(),
            restored(change.fields(), change.before()),
            change.fields()));
  }

  /** Without files the fields are all that an object is known by. */
  @Override
  public boolean hides(Operation.NewObject made) {
    return Shelf.of(made).containersToo();
  }

  @Override
  public boolean looksFirst() {
    return true;
  }

  static Finding look(Sight sight, Map<String, FieldValue> fields, Map<String, FieldValue> before)
      throws DmsException, InterruptedException {
    Map<String, FieldValue> held = sight.object().fields();
    Optional<String> difference = FieldMatch.difference(fields, held);
    if (difference.isEmpty()) {
      return sight.found();
    }
    Map<String, FieldValue> theirs = new HashMap<>();
    for (String name : fields.keySet()) {
      FieldValue now = held.getOrDefault(name, FieldValue.empty());
      boolean untouched = FieldMatch.same(before.getOrDefault(name, FieldValue.empty()), now);
      boolean wanted = FieldMatch.same(fields.getOrDefault(name, FieldValue.empty()), now);
      if (!untouched && !wanted) {
        theirs.put(name, now);
      }
    }
    return theirs.isEmpty()
        ? Finding.ABSENT
        : new Finding.Undecided("changed meanwhile: " + difference.get(), theirs);
  }

  /** A field of which nothing was known before held nothing. */
  static Map<String, FieldValue> restored(
      Map<String, FieldValue> fields, Map<String, FieldValue> before) {
    Map<String, FieldValue> restored = new HashMap<>();
    fields
        .keySet()
        .forEach(name -> restored.put(name, before.getOrDefault(name, FieldValue.empty())));
    return restored;
  }
}
