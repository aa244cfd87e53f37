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
import org.kontor.outbox.EntryState;
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
  private final Set<EntryId> noticed = new HashSet<>();

  OutboxMemory(Outbox outbox, String server) {
    this.outbox = outbox;
    this.server = server;
    hasNews();
  }

  /** Whether anything was finished since this was asked last. */
  boolean hasNews() {
    boolean news = false;
    for (Entry entry : own()) {
      if (entry.state() == EntryState.DONE && noticed.add(entry.id())) {
        finished.put(entry.id(), entry);
        news = true;
      }
    }
    return news;
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
