package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/** Done when the object lies at the new place and no longer at the old one. */
record MoveKind(Operation.Move change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    boolean there = sight.isAt(change.to());
    boolean here = sight.isAt(change.from());
    if (there == here) {
      return new Finding.Undecided(there ? "it lies at both places" : "it lies at another place");
    }
    return there ? sight.found() : Finding.ABSENT;
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Possible(
        new Operation.Move(change.object(), change.type(), change.to(), change.from()));
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return Shelf.of(made).isAt(change.from());
  }
}
