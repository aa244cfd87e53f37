package org.kontor.outbox;

import java.time.LocalDate;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/** Done when the date is planned; not done while the one is that the person saw. */
record SetRetentionKind(Operation.SetRetention change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    Optional<LocalDate> held = sight.custody().retention();
    if (held.equals(Optional.of(change.until()))) {
      return sight.found();
    }
    return held.equals(change.before())
        ? Finding.ABSENT
        : new Finding.Undecided(
            "another date was set meanwhile: " + held.map(LocalDate::toString).orElse("none"));
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return new Undo.Impossible(Undo.Reason.RETENTION_STAYS);
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
