package org.kontor.ui.tray;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;

/**
 * What the tray looks like once the outbox's entries are carried out: the server's listing without
 * what is being filed, with what was dropped, and with the types being given. Pure.
 */
final class TrayOverlay {
  private final String server;
  private final RowTexts texts;

  /**
   * @param server key of the profile whose entries count
   */
  TrayOverlay(String server, RowTexts texts) {
    this.server = server;
    this.texts = texts;
  }

  /**
   * The rows, and which rows of dropped files have become which rows of documents.
   *
   * @param became keys that rows had before
   */
  record Rows(List<TrayRow> rows, Map<TrayRow.Key, TrayRow.Key> became) {}

  /**
   * @param asOf when reading the listing began: what was proved later may be missing in it
   */
  Rows over(List<Listed> listed, Instant asOf, List<Entry> entries) {
    Map<ObjectId, Entry> away = new HashMap<>();
    Map<ObjectId, Entry> changed = new HashMap<>();
    List<Entry> inserts = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.server().equals(server) && entry.state() != EntryState.CANCELLED) {
        switch (entry.operation()) {
          case Operation.Insert insert when insert.target() instanceof Location.Tray ->
              inserts.add(entry);
          case Operation.FileAway filing -> away.merge(filing.object(), entry, TrayOverlay::later);
          case Operation.AssignType typing ->
              changed.merge(typing.object(), entry, TrayOverlay::later);
          case Operation.UpdateFields update ->
              changed.merge(update.object(), entry, TrayOverlay::later);
          case Operation.Insert _, Operation.Move _ -> {}
          case Operation.AddLocation _, Operation.RemoveLocation _ -> {}
        }
      }
    }
    inserts.sort(Comparator.comparing(Entry::id));
    List<TrayRow> rows = new ArrayList<>(listed.size() + inserts.size());
    Set<ObjectId> there = new HashSet<>();
    for (Listed one : listed) {
      ObjectId id = one.document().id();
      there.add(id);
      row(one, asOf, away.get(id), changed.get(id)).ifPresent(rows::add);
    }
    Map<TrayRow.Key, TrayRow.Key> became = new HashMap<>();
    for (Entry insert : inserts) {
      arrived(insert)
          .ifPresentOrElse(
              receipt -> {
                ObjectId id = receipt.object();
                became.put(key(insert.id()), new TrayRow.Key.OnServer(id));
                if (!there.contains(id) && receipt.provedAt().isAfter(asOf)) {
                  row(stored(insert, receipt), asOf, away.get(id), changed.get(id))
                      .ifPresent(rows::add);
                }
              },
              () -> rows.add(texts.dropped(key(insert.id()), insert)));
    }
    return new Rows(rows, became);
  }

  private Optional<TrayRow> row(
      Listed listed,
      Instant asOf,
      @org.jspecify.annotations.Nullable Entry away,
      @org.jspecify.annotations.Nullable Entry changed) {
    if (away != null && !needsPerson(away) && !isSettled(away, asOf)) {
      return Optional.empty();
    }
    Optional<Entry> told =
        away != null && needsPerson(away)
            ? Optional.of(away)
            : Optional.ofNullable(changed).filter(entry -> !isSettled(entry, asOf));
    return Optional.of(texts.onServer(listed, told));
  }

  /** Whether the listing was read after the entry was done, so that it says everything itself. */
  private static boolean isSettled(Entry entry, Instant asOf) {
    return entry.state() == EntryState.DONE
        && entry.receipt().filter(receipt -> receipt.provedAt().isAfter(asOf)).isEmpty();
  }

  private static boolean needsPerson(Entry entry) {
    return entry.state().needsPerson();
  }

  private static Optional<Receipt> arrived(Entry insert) {
    return insert.state() == EntryState.DONE ? insert.receipt() : Optional.empty();
  }

  private static Listed stored(Entry entry, Receipt receipt) {
    return new Listed(RowTexts.stored(entry, receipt), entry.title());
  }

  private static TrayRow.Key key(EntryId id) {
    return new TrayRow.Key.InOutbox(id);
  }

  private static Entry later(Entry one, Entry other) {
    return one.id().compareTo(other.id()) > 0 ? one : other;
  }
}
