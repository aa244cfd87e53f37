package org.kontor.outbox;

import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/**
 * Done when the object lies at the new place with the new values. Where a server needs two steps
 * for it, the values come first; with these alone done, both are sent again, which harms nothing.
 */
record MoveAndUpdateKind(Operation.MoveAndUpdate change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    boolean there = sight.isAt(change.to());
    if (there == sight.isAt(change.from())) {
      return new Finding.Undecided(there ? "it lies at both places" : "it lies at another place");
    }
    Finding values = UpdateFieldsKind.look(sight, change.fields(), change.before());
    if (there) {
      return values instanceof Finding.Absent
          ? new Finding.Undecided("it was moved, but its index data are as before")
          : values;
    }
    return values instanceof Finding.Found ? new Finding.Repeatable() : values;
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Possible(
        new Operation.MoveAndUpdate(
            change.object(),
            change.type(),
            change.to(),
            change.from(),
            UpdateFieldsKind.restored(change.fields(), change.before()),
            change.fields()));
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return Shelf.of(made).isAt(change.from()) || Shelf.of(made).containersToo();
  }

  @Override
  public boolean looksFirst() {
    return true;
  }
}
