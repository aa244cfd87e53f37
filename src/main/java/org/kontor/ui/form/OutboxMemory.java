package org.kontor.ui.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private record Change(Entry entry, Operation.OnObject operation) {
    /** Whether the server will know it by and by. */
    boolean isComing() {
      return !entry.state().isOver() && !entry.state().needsPerson();
    }
  }

  OutboxMemory(Outbox outbox, String serverKey) {
    this.outbox = outbox;
    this.serverKey = serverKey;
  }

  /** The object as it will be when everything accepted for it is done. */
  DmsObject asAccepted(DmsObject object) {
    return switch (object) {
      case DmsObject.Document document -> asAccepted(document);
      case DmsObject.Container container ->
          container.withFields(
              fieldsAfter(container, coming().getOrDefault(container.id(), List.of())));
    };
  }

  DmsObject.Document asAccepted(DmsObject.Document document) {
    return asAccepted(List.of(document)).getFirst();
  }

  /** The outbox's entries are looked through once, however many documents there are. */
  List<DmsObject.Document> asAccepted(List<DmsObject.Document> documents) {
    Map<ObjectId, List<Change>> accepted = coming();
    return documents.stream()
        .map(document -> after(document, accepted.getOrDefault(document.id(), List.of())))
        .toList();
  }

  private Map<ObjectId, List<Change>> coming() {
    return changes()
        .filter(change -> change.isComing())
        .collect(Collectors.groupingBy(change -> change.operation().object()));
  }

  /** The last refused change of type or fields, waiting for the person to mend it. */
  Optional<Entry> refused(ObjectId id) {
    return changes()
        .filter(change -> change.operation().object().equals(id))
        .map(Change::entry)
        .filter(entry -> entry.state() == EntryState.REFUSED)
        .filter(entry -> !fields(entry.operation()).isEmpty())
        .reduce((_, later) -> later);
  }

  /** The person has decided anew: what was refused is given up. */
  void giveUp(Entry entry) {
    outbox.cancel(entry.id());
  }

  private Stream<Change> changes() {
    return outbox.entries().stream()
        .filter(entry -> entry.server().equals(serverKey))
        .flatMap(
            entry ->
                entry.operation() instanceof Operation.OnObject operation
                    ? Stream.of(new Change(entry, operation))
                    : Stream.empty());
  }

  static Map<String, FieldValue> fields(Operation operation) {
    return switch (operation) {
      case Operation.AssignType assign -> assign.fields();
      case Operation.FileAway away -> away.fields();
      case Operation.UpdateFields update -> update.fields();
      case Operation.MoveAndUpdate update -> update.fields();
      case Operation.NewObject _,
          Operation.RestoreVersion _,
          Operation.ContentChange _,
          Operation.BinChange _,
          Operation.Custody _,
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

  private static DmsObject.Document after(DmsObject.Document document, List<Change> changes) {
    Optional<TypeId> type =
        changes.stream()
            .flatMap(change -> type(change.operation()).stream())
            .reduce((_, later) -> later)
            .or(document::type);
    return new DmsObject.Document(
        document.id(),
        type,
        document.mainType(),
        fieldsAfter(document, changes),
        document.contents(),
        document.provenance(),
        document.facts());
  }

  private static Map<String, FieldValue> fieldsAfter(DmsObject object, List<Change> changes) {
    Map<String, FieldValue> fields = new HashMap<>(object.fields());
    changes.forEach(change -> fields.putAll(fields(change.operation())));
    return fields;
  }
}
