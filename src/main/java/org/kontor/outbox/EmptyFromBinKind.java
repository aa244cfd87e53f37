package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/** Done when the object is not in the recycle bin any more; one that is back was restored. */
record EmptyFromBinKind(Operation.EmptyFromBin change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    return switch (sight.presence()) {
      case PRESENT -> new Finding.Undecided("it was restored meanwhile");
      case IN_BIN -> Finding.ABSENT;
      case NOWHERE ->
          change.type().isEmpty() && !sight.acknowledged()
              ? new Finding.Repeatable()
              : sight.found();
    };
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Impossible(Undo.Reason.GONE_FOR_GOOD);
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return false;
  }

  @Override
  public Receipt receipt(Sight sight) {
    return sight.receiptOfGone(change.type());
  }
}
