package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/** Done when nobody has checked the document out; when another has, the person must look. */
record UnlockKind(Operation.Unlock change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    return switch (sight.custody().holder()) {
      case NOBODY -> sight.found();
      case ME -> Finding.ABSENT;
      case ANOTHER -> new Finding.Undecided("another person has checked it out");
      // Then the server's word is all there is; a second one would be refused.
      case UNKNOWN -> sight.acknowledged() ? sight.found() : new Finding.Repeatable();
    };
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Possible(new Operation.Lock(change.object(), change.type()));
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return false;
  }

  @Override
  public boolean looksFirst() {
    return true;
  }
}
