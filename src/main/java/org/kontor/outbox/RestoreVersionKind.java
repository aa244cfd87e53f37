package org.kontor.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.FieldValue;

/**
 * Done when the object is as that version was. While the newest former version is the one that the
 * person saw, nothing has been changed since: then it may be sent again.
 */
record RestoreVersionKind(Operation.RestoreVersion change) implements ChangeKind {
  @Override
  public Finding look(Sight sight) throws DmsException, InterruptedException {
    List<ObjectVersion> versions = sight.formerVersions();
    Optional<ObjectVersion> wanted =
        versions.stream().filter(version -> version.id().equals(change.version())).findFirst();
    if (wanted.isEmpty()) {
      return new Finding.Undecided("the version is gone");
    }
    Optional<Boolean> same =
        wanted.get().content()
            ? sight.hasContentOf(change.version())
            : Optional.of(hasFields(sight));
    if (same.orElse(false)) {
      return sight.found();
    }
    if (Optional.of(versions.getLast().id()).equals(change.newest())) {
      return Finding.ABSENT;
    }
    return same.isEmpty() && sight.acknowledged()
        ? sight.found()
        : new Finding.Undecided("it was changed meanwhile");
  }

  private boolean hasFields(Sight sight) throws DmsException, InterruptedException {
    Map<String, FieldValue> held = sight.object().fields();
    Map<String, FieldValue> wanted = new HashMap<>();
    held.keySet().forEach(name -> wanted.put(name, FieldValue.empty()));
    wanted.putAll(sight.versionFields(change.version()));
    return FieldMatch.difference(wanted, held).isEmpty();
  }

  @Override
  public Undo undo(Optional<Receipt> receipt) {
    return Undo.byVersion(change.object(), change.type(), receipt);
  }

  @Override
  public boolean hides(Operation.NewObject made) {
    return made.namedType().equals(change.namedType());
  }

  @Override
  public boolean looksFirst() {
    return true;
  }

  @Override
  public Receipt receipt(Sight sight) throws DmsException, InterruptedException {
    List<ObjectVersion> versions = sight.formerVersions();
    return versions.isEmpty()
        ? sight.receipt()
        : sight.receipt().replacing(versions.getLast().id());
  }
}
