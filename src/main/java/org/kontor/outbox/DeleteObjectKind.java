package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/**
 * Done when the object is in the recycle bin, or nowhere when it was to go for good. A typed object
 * that is nowhere although it should be in the bin may as well be hidden: that only the person can
 * know. A typeless one is not hidden from its owner, and not shown in the bin (reference 2.3).
 */
record DeleteObjectKind(Operation.DeleteObject change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    return switch (sight.presence()) {
      case PRESENT -> Finding.ABSENT;
      case IN_BIN -> change.forGood() ? Finding.ABSENT : sight.found();
      case NOWHERE ->
          change.forGood() || change.type().isEmpty()
              ? sight.found()
              : new Finding.Undecided("it is neither there nor in the recycle bin");
    };
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return change.forGood()
        ? new Undo.Impossible(Undo.Reason.GONE_FOR_GOOD)
        : new Undo.Possible(
            new Operation.RestoreObject(change.object(), change.type(), change.withContents()));
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return made.namedType().equals(change.type());
  }

  @Override
  public Receipt receipt(Sight sight) {
    return sight.receiptOfGone(change.type());
  }
}
