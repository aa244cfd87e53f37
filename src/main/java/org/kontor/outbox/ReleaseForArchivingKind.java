package org.kontor.outbox;

import java.util.List;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/**
 * No read tells the mark. The server's yes counts as long as the document can be seen; without one
 * the mark is set again, which changes nothing where it is set.
 */
record ReleaseForArchivingKind(Operation.ReleaseForArchiving change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    Finding seen = new Finding.Found(List.of(sight.object().id()));
    return sight.acknowledged() ? seen : new Finding.Repeatable();
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Impossible(Undo.Reason.ARCHIVING_STAYS);
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return false;
  }
}
