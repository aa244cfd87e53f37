package org.kontor.ui.main;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.dms.DmsException;
import org.kontor.dms.DmsServer;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.dms.WaitingFiles;
import org.kontor.model.DmsObject;
import org.kontor.model.FieldValue;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;
import org.kontor.outbox.Draft;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Outbox;

/**
 * How files get from the tray of this computer to the server: each becomes an entry of the outbox
 * that makes a document, and leaves the tray for good once that entry is done. Which entry carries
 * which file is settled again after the program died at any point in between. Blocks; safe from any
 * thread.
 */
final class Departures {
  /** What was done last, looked through for entries that were not noted before the program died. */
  private static final int LATEST = 200;

  /** Clocks of file and journal are one clock, read a little apart. */
  private static final Duration APART = Duration.ofSeconds(2);

  private final Outbox outbox;
  private final String server;
  private final DmsServer reading;
  private final WaitingFiles waiting;

  Departures(Outbox outbox, String server, DmsServer reading, WaitingFiles waiting) {
    this.outbox = outbox;
    this.server = server;
    this.reading = reading;
    this.waiting = waiting;
  }

  /**
   * Hands files to the outbox, all of them or none.
   *
   * @param filing what was decided about documents of the tray
   * @param second place in the other cabinet
   */
  synchronized void accept(List<Draft> filing, Location.Container second)
      throws IOException, DmsException, InterruptedException {
    List<ObjectId> documents = new ArrayList<>();
    List<Draft> making = new ArrayList<>();
    for (Draft draft : filing) {
      if (draft.operation() instanceof Operation.FileAway away) {
        documents.add(away.object());
        making.add(new Draft(draft.title(), insert(away, second)));
      }
    }
    waiting.leave(documents);
    List<EntryId> entries;
    try {
      entries = outbox.accept(server, Lane.INTERACTIVE, making);
    } catch (IOException | RuntimeException notAccepted) {
      for (ObjectId document : documents) {
        waiting.comeBack(document);
      }
      throw notAccepted;
    }
    for (int i = 0; i < entries.size(); i++) {
      waiting.carriedBy(documents.get(i), entries.get(i).number());
    }
  }

  private Operation.Insert insert(Operation.FileAway away, Location.Container second)
      throws DmsException, InterruptedException {
    if (!(reading.object(away.object()) instanceof DmsObject.Document document)) {
      throw new DmsException.NotFound("no document " + away.object());
    }
    TypeId type = away.type().or(document::type).orElseThrow();
    Map<String, FieldValue> fields = new HashMap<>(document.fields());
    fields.putAll(away.fields());
    return new Operation.Insert(
        away.target(),
        Optional.of(type),
        document.mainType(),
        fields,
        List.of(waiting.file(away.object())),
        Optional.of(second));
  }

  /**
   * Deletes what has arrived, and lets come back what was not sent.
   *
   * @return whether the tray has changed
   */
  synchronized boolean settle() throws IOException {
    List<WaitingFiles.Departure> departures = waiting.departures();
    if (departures.isEmpty()) {
      return false;
    }
    boolean changed = false;
    Set<EntryId> claimed = new HashSet<>();
    for (WaitingFiles.Departure departure : departures) {
      departure.entry().ifPresent(number -> claimed.add(new EntryId(number)));
    }
    for (WaitingFiles.Departure departure : departures) {
      Optional<Entry> entry =
          departure.entry().isPresent()
              ? outbox.outcome(new EntryId(departure.entry().getAsLong()))
              : unnoted(departure, claimed);
      entry.map(Entry::id).ifPresent(claimed::add);
      if (entry.isEmpty() || entry.get().state() == EntryState.CANCELLED) {
        waiting.comeBack(departure.document());
        changed = true;
      } else if (entry.get().state() == EntryState.DONE) {
        waiting.arrived(departure.document());
        changed = true;
      } else if (departure.entry().isEmpty()) {
        waiting.carriedBy(departure.document(), entry.get().id().number());
      }
    }
    return changed;
  }

  /** The program died after the outbox had accepted it, and before that was noted; or before. */
  private Optional<Entry> unnoted(WaitingFiles.Departure departure, Set<EntryId> claimed)
      throws IOException {
    List<Entry> all = new ArrayList<>(outbox.entries());
    all.addAll(outbox.latest(server, LATEST));
    Instant earliest = departure.since().minus(APART);
    return all.stream()
        .filter(entry -> entry.server().equals(server) && !claimed.contains(entry.id()))
        .filter(entry -> !entry.accepted().isBefore(earliest))
        .filter(entry -> carries(entry, departure.file()))
        .findFirst();
  }

  /** The outbox copies small files and goes by the path of large ones. */
  private static boolean carries(Entry entry, SourceFile file) {
    return entry.operation() instanceof Operation.Insert insert
        && insert.target() instanceof Location.Container
        && insert.files().stream()
            .anyMatch(
                sent ->
                    sent.name().equals(file.name())
                        && sent.length() == file.length()
                        && (sent.path().equals(file.path().toAbsolutePath())
                            || sent.sha256().equals(file.sha256())));
  }
}
