package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.DocumentCustody.Holder;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/**
 * Done when the document is checked out by whom it shall be: by this person, or by nobody. Checked
 * out by another it is a conflict.
 *
 * @param wanted ME or NOBODY
 * @param inverse what takes it back
 */
record CheckOutKind(Holder wanted, Operation.Custody inverse) implements ChangeKind {
  static CheckOutKind of(Operation.Lock lock) {
    return new CheckOutKind(Holder.ME, new Operation.Unlock(lock.object(), lock.type()));
  }

  static CheckOutKind of(Operation.Unlock unlock) {
    return new CheckOutKind(Holder.NOBODY, new Operation.Lock(unlock.object(), unlock.type()));
  }

  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    Holder holder = sight.custody().holder();
    return switch (holder) {
      case ME, NOBODY -> holder == wanted ? sight.found() : Finding.ABSENT;
      case ANOTHER -> new Finding.Undecided("another person has checked it out");
      // Then the server's word is all there is; a second one would be refused.
      case UNKNOWN -> sight.acknowledged() ? sight.found() : new Finding.Repeatable();
    };
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Possible(inverse);
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
