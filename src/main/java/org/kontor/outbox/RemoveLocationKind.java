package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/** Done when the document does not lie at the place any more. */
record RemoveLocationKind(Operation.RemoveLocation change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    return sight.isAt(change.at()) ? Finding.ABSENT : sight.found();
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Possible(
        new Operation.AddLocation(change.object(), change.type(), change.at()));
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return Shelf.of(made).isAt(change.at());
  }
}
