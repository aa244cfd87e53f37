package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.Location;
import org.kontor.model.TypeId;

/** Done when the document has the type and the values; another's type is nobody's guess. */
record AssignTypeKind(Operation.AssignType change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    Optional<TypeId> type = sight.type();
    if (type.isEmpty()) {
      return Finding.ABSENT;
    }
    return type.get().equals(change.type())
        ? sight.holds(change.fields())
        : new Finding.Undecided("it has another type");
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Impossible(Undo.Reason.A_TYPE_STAYS);
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return made.target() instanceof Location.Tray;
  }
}
