package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/**
 * Which objects an operation has to do with, so that what depends on each other keeps its order.
 *
 * @param object the one it changes or shows; one after the other
 * @param container the one it puts something into; several at once do
 * @param decidesPresence whether the object may be gone afterwards, or only then be there
 */
record Concern(Optional<ObjectId> object, Optional<ObjectId> container, boolean decidesPresence) {
  static Concern of(Operation operation) {
    return new Concern(
        switch (operation) {
          case Operation.Insert _ -> Optional.empty();
          case Operation.InsertReference reference -> Optional.of(reference.original());
          case Operation.OnObject change -> Optional.of(change.object());
        },
        container(operation),
        operation instanceof Operation.BinChange);
  }

  private static Optional<ObjectId> container(Operation operation) {
    Optional<Location> target =
        switch (operation) {
          case Operation.NewObject made -> Optional.of(made.target());
          case Operation.FileAway filing -> Optional.of(filing.target());
          case Operation.Move move -> Optional.of(move.to());
          case Operation.MoveAndUpdate move -> Optional.of(move.to());
          case Operation.AddLocation added -> Optional.of(added.to());
          default -> Optional.empty();
        };
    return target.flatMap(
        place ->
            place instanceof Location.Container(ObjectId id, _, _)
                ? Optional.of(id)
                : Optional.empty());
  }
}
