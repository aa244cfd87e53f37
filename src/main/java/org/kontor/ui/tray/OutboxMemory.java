package org.kontor.ui.tray;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.Outbox;

/**
 * The outbox's entries of one server, together with those that it has finished and no longer tells
 * but that the listing on the screen is too old to show. Without it rows would vanish for a moment
 * while thousands are being sent.
 */
final class OutboxMemory {
  private final Outbox outbox;
  private final String server;
  private final Map<EntryId, Entry> finished = new HashMap<>();

  OutboxMemory(Outbox outbox, String server) {
    this.outbox = outbox;
    this.server = server;
  }

  /** Takes in what was finished just now. */
  void remember(List<Entry> done) {
    done.forEach(entry -> finished.put(entry.id(), entry));
  }

  /**
   * @param asOf what was proved before is in the listing
   */
  List<Entry> entries(Instant asOf) {
    finished
        .values()
        .removeIf(entry -> entry.receipt().filter(done -> done.provedAt().isAfter(asOf)).isEmpty());
    List<Entry> entries = new ArrayList<>(own());
    Set<EntryId> told = new HashSet<>();
    entries.forEach(entry -> told.add(entry.id()));
    finished.values().stream().filter(entry -> !told.contains(entry.id())).forEach(entries::add);
    return entries;
  }

  private List<Entry> own() {
    return outbox.entries().stream().filter(entry -> entry.server().equals(server)).toList();
  }
}
