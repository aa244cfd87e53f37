package org.kontor.outbox;

import java.util.List;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.Location;

/** Done when the object can be seen; the receipt says where it landed, which may be the tray. */
record RestoreObjectKind(Operation.RestoreObject change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    return switch (sight.presence()) {
      case PRESENT -> sight.found();
      case IN_BIN -> Finding.ABSENT;
      // A typeless document is not shown in the bin.
      case NOWHERE ->
          change.type().isEmpty()
              ? new Finding.Repeatable()
              : new Finding.Undecided("it is neither there nor in the recycle bin");
    };
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Possible(
        new Operation.DeleteObject(change.object(), change.type(), change.withContents(), false));
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return false;
  }

  @Override
  public Receipt receipt(Sight sight) throws DmsException, InterruptedException {
    List<Location> places = sight.places();
    return places.isEmpty() ? sight.receipt() : sight.receipt().lyingIn(places.getFirst());
  }
}
