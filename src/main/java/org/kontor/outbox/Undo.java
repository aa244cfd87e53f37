package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.dms.VersionId;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/** How a finished operation is taken back: by another operation, or not at all. Pure. */
public sealed interface Undo {

  /** It takes this to get back to the state before. */
  record Possible(Operation inverse) implements Undo {}

  record Impossible(Reason reason) implements Undo {}

  /** Why there is no way back. */
  enum Reason {
    /** Nothing moves into a tray (reference 2.3). */
    NOTHING_MOVES_INTO_THE_TRAY,
    /** A document that has a type keeps one. */
    A_TYPE_STAYS,
    /** What was inserted would have to be deleted; that is the person's decision. */
    ONLY_BY_DELETING,
    /** Of what was deleted for good nothing is left (reference 3.5). */
    GONE_FOR_GOOD,
    /** The server keeps no state before: in the tray, or where it is told to keep none (3.11). */
    NO_FORMER_VERSION,
    /** A retention date is not shortened (reference G44). */
    RETENTION_STAYS,
    /** What is released for the archive may be in it already (reference 3.1.13). */
    ARCHIVING_STAYS
  }

  /** What takes an operation back that was done as it says. */
  static Undo of(Operation operation) {
    return of(operation, Optional.empty());
  }

  /** What takes back what an entry did; some kinds need its receipt for it. */
  static Undo of(Entry entry) {
    return of(entry.operation(), entry.receipt());
  }

  private static Undo of(Operation operation, Optional<Receipt> receipt) {
    return switch (operation) {
      case Operation.NewObject _ -> new Impossible(Reason.ONLY_BY_DELETING);
      case Operation.OnObject change -> ChangeKind.of(change).undo(receipt);
    };
  }

  /** Back to the version that was kept when it was done, where one was. */
  static Undo byVersion(ObjectId object, TypeId type, Optional<Receipt> receipt) {
    Optional<VersionId> former = receipt.flatMap(Receipt::former);
    return former.isPresent()
        ? new Possible(new Operation.RestoreVersion(object, type, former.get(), former))
        : new Impossible(Reason.NO_FORMER_VERSION);
  }

  default Optional<Operation> operation() {
    return this instanceof Possible(Operation inverse) ? Optional.of(inverse) : Optional.empty();
  }
}
