package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/** Done when the document lies at the further place too. */
record AddLocationKind(Operation.AddLocation change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    return sight.isAt(change.to()) ? sight.found() : Finding.ABSENT;
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Possible(
        new Operation.RemoveLocation(change.object(), change.type(), change.to()));
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return false;
  }
}
