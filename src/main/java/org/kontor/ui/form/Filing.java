package org.kontor.ui.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.TypeId;

/** Turns what was decided in the form into operations. */
final class Filing {
  private final Optional<IndexData> data;
  private final Optional<Location.Container> target;
  private final boolean moveAndUpdateTogether;

  /**
   * @param target where to; empty leaves the documents in the tray
   * @param moveAndUpdateTogether whether the server takes index data beside a move
   */
  Filing(
      Optional<IndexData> data,
      Optional<Location.Container> target,
      boolean moveAndUpdateTogether) {
    this.data = data;
    this.target = target;
    this.moveAndUpdateTogether = moveAndUpdateTogether;
  }

  /** What has to be done to one document of the tray, in order; nothing when nothing changes. */
  List<Operation> of(DmsObject.Document document) {
    return document.type().map(type -> typed(document, type)).orElseGet(() -> typeless(document));
  }

  /** What has to be done to a document in a container, or to a folder or register. */
  static Operation.UpdateFields update(DmsObject object, IndexData data) {
    return new Operation.UpdateFields(object.id(), data.type().id(), data.changes(), data.before());
  }

  private List<Operation> typeless(DmsObject.Document document) {
    return data.<List<Operation>>map(
            given ->
                List.of(
                    target
                        .<Operation>map(
                            place ->
                                new Operation.FileAway(
                                    document.id(),
                                    place,
                                    Optional.of(given.type().id()),
                                    given.values()))
                        .orElseGet(
                            () ->
                                new Operation.AssignType(
                                    document.id(), given.type().id(), given.values()))))
        .orElse(List.of());
  }

  private List<Operation> typed(DmsObject.Document document, TypeId type) {
    Map<String, FieldValue> changes = data.map(given -> changes(given, document)).orElse(Map.of());
    if (target.isEmpty()) {
      return changes.isEmpty() ? List.of() : List.of(update(document, type, changes));
    }
    Location.Container place = target.get();
    if (changes.isEmpty() || moveAndUpdateTogether) {
      return List.of(new Operation.FileAway(document.id(), place, Optional.empty(), changes));
    }
    return List.of(
        update(document, type, changes),
        new Operation.FileAway(document.id(), place, Optional.empty(), Map.of()));
  }

  /** What differs from what this document holds: among several, each holds something else. */
  private static Map<String, FieldValue> changes(IndexData data, DmsObject.Document document) {
    return data.changes().entrySet().stream()
        .filter(change -> !change.getValue().equals(held(document, change.getKey())))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Operation update(
      DmsObject.Document document, TypeId type, Map<String, FieldValue> changes) {
    Map<String, FieldValue> before =
        changes.keySet().stream()
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> held(document, name)));
    return new Operation.UpdateFields(document.id(), type, changes, before);
  }

  private static FieldValue held(DmsObject.Document document, String field) {
    return document.fields().getOrDefault(field, FieldValue.empty());
  }
}
