package org.kontor.ui.main;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.ObjectVersion;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.dms.VersionId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryState;

/**
 * Tells what was changed from here apart from what others have changed, so that several changes of
 * one object can be taken back in a row. Asks the server; blocks.
 */
final class OwnChanges {
  private final DmsServer server;

  OwnChanges(DmsServer server) {
    this.server = server;
  }

  /**
   * A former version, value or place may come back over everything that was done from here since.
   * Where anybody else has changed the object, or the server cannot be asked, the draft stays as it
   * is: then the outbox finds the change and leaves it to the person.
   *
   * @param batch that the draft takes back
   * @param entries what was done from here
   */
  Draft allowFor(Draft draft, long batch, List<Entry> entries) throws InterruptedException {
    return draft.operation() instanceof Operation.RestoreVersion restore
        ? newestSeen(restore, entries)
            .map(
                newest ->
                    new Draft(
                        draft.title(),
                        new Operation.RestoreVersion(
                            restore.object(),
                            restore.type(),
                            restore.version(),
                            Optional.of(newest))))
            .orElse(draft)
        : new Draft(draft.title(), new LaterChanges(batch, entries).allowedFor(draft.operation()));
  }

  private Optional<VersionId> newestSeen(Operation.RestoreVersion restore, List<Entry> entries)
      throws InterruptedException {
    List<VersionId> former;
    try {
      former =
          server.versions(restore.object()).stream()
              .filter(version -> !version.current())
              .map(ObjectVersion::id)
              .toList();
    } catch (DmsException _) {
      return Optional.empty();
    }
    int at = former.indexOf(restore.version());
    boolean own =
        at >= 0 && madeHere(restore, entries).containsAll(former.subList(at, former.size()));
    return own ? Optional.of(former.getLast()) : Optional.empty();
  }

  /** The versions that were kept because of changes from here. */
  private static Set<VersionId> madeHere(Operation.RestoreVersion restore, List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.state() == EntryState.DONE)
        .filter(
            entry ->
                entry.operation() instanceof Operation.OnObject change
                    && change.object().equals(restore.object()))
        .flatMap(entry -> entry.receipt().flatMap(Receipt::former).stream())
        .collect(Collectors.toSet());
  }
}
