package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.Location;

/** Done when the document lies at the target with the type and the values, and not in the tray. */
record FileAwayKind(Operation.FileAway change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    if (sight.places().contains(Location.TRAY)) {
      return Finding.ABSENT;
    }
    if (!sight.isAt(change.target())) {
      return new Finding.Undecided("it lies at another place");
    }
    if (change.type().isPresent() && !change.type().equals(sight.type())) {
      return new Finding.Undecided("it has another type");
    }
    return sight.holds(change.fields());
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Impossible(Undo.Reason.NOTHING_MOVES_INTO_THE_TRAY);
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return made.target() instanceof Location.Tray;
  }
}
