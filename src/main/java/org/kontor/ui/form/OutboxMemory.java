package org.kontor.ui.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Outbox;

/**
 * What the outbox holds about documents: changes accepted that the server does not know yet, and
 * what it refused.
 */
final class OutboxMemory {
  private final Outbox outbox;
  private final String serverKey;

  OutboxMemory(Outbox outbox, String serverKey) {
    this.outbox = outbox;
    this.serverKey = serverKey;
  }

  /** The document as it will be when everything accepted for it is done. */
  DmsObject.Document asAccepted(DmsObject.Document document) {
    DmsObject.Document now = document;
    for (Entry entry : of(document.id())) {
      if (!entry.state().isOver() && !entry.state().needsPerson()) {
        now = after(now, entry.operation());
      }
    }
    return now;
  }

  /** The last refused change of type or fields, waiting for the person to mend it. */
  Optional<Entry> refused(ObjectId id) {
    return of(id).stream()
        .filter(entry -> entry.state() == EntryState.REFUSED)
        .filter(entry -> !fields(entry.operation()).isEmpty())
        .reduce((_, later) -> later);
  }

  /** The person has decided anew: what was refused is given up. */
  void giveUp(Entry entry) {
    outbox.cancel(entry.id());
  }

  private List<Entry> of(ObjectId id) {
    return outbox.entries().stream()
        .filter(entry -> entry.server().equals(serverKey))
        .filter(
            entry ->
                entry.operation() instanceof Operation.OnObject change
                    && change.object().equals(id))
        .toList();
  }

  static Map<String, FieldValue> fields(Operation operation) {
    return switch (operation) {
      case Operation.AssignType assign -> assign.fields();
      case Operation.FileAway away -> away.fields();
      case Operation.UpdateFields update -> update.fields();
      case Operation.Insert _,
          Operation.Move _,
          Operation.AddLocation _,
          Operation.RemoveLocation _ ->
          Map.of();
    };
  }

  static Optional<TypeId> type(Operation operation) {
    return switch (operation) {
      case Operation.AssignType assign -> Optional.of(assign.type());
      case Operation.FileAway away -> away.type();
      default -> Optional.empty();
    };
  }

  private static DmsObject.Document after(DmsObject.Document document, Operation operation) {
    Map<String, FieldValue> fields = new HashMap<>(document.fields());
    fields.putAll(fields(operation));
    return new DmsObject.Document(
        document.id(),
        type(operation).or(document::type),
        document.mainType(),
        fields,
        document.contents(),
        document.provenance());
  }
}
