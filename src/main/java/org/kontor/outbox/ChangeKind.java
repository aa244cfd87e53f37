package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/**
 * What the outbox knows of one kind of change to an object that the server holds: a small record
 * for each kind, named after its operation. All of it in one table: docs/architecture.md.
 */
interface ChangeKind {

  static ChangeKind of(Operation.OnObject change) {
    return switch (change) {
      case Operation.AssignType typing -> new AssignTypeKind(typing);
      case Operation.FileAway filing -> new FileAwayKind(filing);
      case Operation.Move move -> new MoveKind(move);
      case Operation.MoveAndUpdate both -> new MoveAndUpdateKind(both);
      case Operation.AddLocation added -> new AddLocationKind(added);
      case Operation.RemoveLocation removed -> new RemoveLocationKind(removed);
      case Operation.UpdateFields update -> new UpdateFieldsKind(update);
      case Operation.RestoreVersion version -> new RestoreVersionKind(version);
      case Operation.ContentChange content -> new ContentKind(content);
      case Operation.DeleteObject deleted -> new DeleteObjectKind(deleted);
      case Operation.EmptyFromBin emptied -> new EmptyFromBinKind(emptied);
      case Operation.RestoreObject restored -> new RestoreObjectKind(restored);
      case Operation.Lock lock -> CheckOutKind.of(lock);
      case Operation.Unlock unlock -> CheckOutKind.of(unlock);
      case Operation.SetRetention retention -> new SetRetentionKind(retention);
      case Operation.ReleaseForArchiving release -> new ReleaseForArchivingKind(release);
    };
  }

  /**
   * What the server's state says of the change: it is made, it is not, or neither is sure. Asked to
   * settle a doubt, to read back, and before it is sent where {@link #looksFirst} says so.
   *
   * @throws DmsException.NotFound when its object cannot be seen
   */
  Finding look(Sight sight) throws DmsException, InterruptedException;

  /**
   * What takes the change back.
   *
   * @param receipt once it is done
   */
  Undo undo(Optional<Receipt> receipt);

  /** Whether what that insert made could not be recognised as such after the change. */
  boolean hides(Operation.NewObject made);

  /**
   * Whether the object is looked at before the change is sent: one that shows another's work is a
   * conflict and not overwritten, and what is so already is not done again.
   */
  default boolean looksFirst() {
    return false;
  }

  /** What is kept once {@link #look} has found it. */
  default Receipt receipt(Sight sight) throws DmsException, InterruptedException {
    return sight.receipt();
  }
}
