package org.kontor.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** Whether an object shows that a change was made to it, by comparing it as it is now. Pure. */
final class ChangeMatch {
  private static final Finding ABSENT = new Finding.Absent();

  private final DmsObject object;
  private final List<Location> places;

  /**
   * @param places where it lies now
   */
  ChangeMatch(DmsObject object, List<Location> places) {
    this.object = object;
    this.places = places;
  }

  Finding of(Operation.OnObject change) {
    return switch (change) {
      case Operation.AssignType typed -> typed(typed);
      case Operation.FileAway filed -> filed(filed);
      case Operation.Move move -> moved(move);
      case Operation.AddLocation added -> isAt(added.to()) ? found() : ABSENT;
      case Operation.RemoveLocation removed -> isAt(removed.at()) ? ABSENT : found();
      case Operation.UpdateFields update -> updated(update);
    };
  }

  private Finding typed(Operation.AssignType change) {
    Optional<TypeId> type = typeOf(object);
    if (type.isEmpty()) {
      return ABSENT;
    }
    if (!type.get().equals(change.type())) {
      return new Finding.Undecided("it has another type");
    }
    return fields(change.fields());
  }

  private Finding filed(Operation.FileAway change) {
    if (places.contains(Location.TRAY)) {
      return ABSENT;
    }
    if (!isAt(change.target())) {
      return new Finding.Undecided("it lies at another place");
    }
    if (change.type().isPresent() && !change.type().equals(typeOf(object))) {
      return new Finding.Undecided("it has another type");
    }
    return fields(change.fields());
  }

  private Finding moved(Operation.Move change) {
    boolean there = isAt(change.to());
    boolean here = isAt(change.from());
    if (there == here) {
      return new Finding.Undecided(there ? "it lies at both places" : "it lies at another place");
    }
    return there ? found() : ABSENT;
  }

  private Finding updated(Operation.UpdateFields change) {
    Map<String, FieldValue> held = object.fields();
    Optional<String> difference = FieldMatch.difference(change.fields(), held);
    if (difference.isEmpty()) {
      return found();
    }
    boolean untouched =
        change.fields().keySet().stream()
            .allMatch(
                name ->
                    FieldMatch.same(
                        change.before().getOrDefault(name, FieldValue.empty()),
                        held.getOrDefault(name, FieldValue.empty())));
    return untouched ? ABSENT : new Finding.Undecided(difference.get());
  }

  private Finding fields(Map<String, FieldValue> sent) {
    return FieldMatch.difference(sent, object.fields())
        .<Finding>map(Finding.Undecided::new)
        .orElseGet(this::found);
  }

  private Finding found() {
    return new Finding.Found(List.of(object.id()));
  }

  /** By id: what else is told of a place differs from call to call. */
  private boolean isAt(Location.Container place) {
    ObjectId id = place.id();
    return places.stream()
        .anyMatch(other -> other instanceof Location.Container inside && inside.id().equals(id));
  }

  static Optional<TypeId> typeOf(DmsObject object) {
    return switch (object) {
      case DmsObject.Container container -> Optional.of(container.type());
      case DmsObject.Document document -> document.type();
    };
  }
}
