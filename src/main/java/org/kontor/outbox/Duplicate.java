package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/**
 * The same content as that of a file about to be uploaded.
 *
 * @param draft position of the upload, from 0
 * @param where where it is already
 */
public record Duplicate(int draft, Where where) {

  /** Where the content is already. */
  public sealed interface Where {}

  /** In the outbox, not done yet. */
  public record InOutbox(Entry entry) implements Where {}

  /** It was sent from here, and was read back then. */
  public record Sent(Entry entry, ObjectId object, Optional<TypeId> type, Optional<Location> place)
      implements Where {}

  /** It lies where the upload would go, or in the tray. */
  public record OnServer(ObjectId object, Optional<TypeId> type, Location place) implements Where {}

  /**
   * What can be done instead of uploading it once more: the document that is there gets another
   * location. Empty where it has no type or another, lies there already, or would go to the tray.
   */
  public Optional<Operation.AddLocation> locationInstead(Operation.Insert upload) {
    return switch (where) {
      case InOutbox _ -> Optional.empty();
      case Sent sent -> location(upload, sent.object(), sent.type(), sent.place());
      case OnServer found ->
          location(upload, found.object(), found.type(), Optional.of(found.place()));
    };
  }

  private static Optional<Operation.AddLocation> location(
      Operation.Insert upload, ObjectId object, Optional<TypeId> type, Optional<Location> place) {
    return upload.target() instanceof Location.Container target
            && type.isPresent()
            && type.equals(upload.type())
            && !place.equals(Optional.of(upload.target()))
        ? Optional.of(new Operation.AddLocation(object, type.get(), target))
        : Optional.empty();
  }
}
