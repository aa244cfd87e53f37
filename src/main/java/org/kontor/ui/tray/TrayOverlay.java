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
import org.kontor.outbox.EntryState;

/**
 * What the tray looks like once the outbox's entries are carried out: the server's listing without
 * what is being filed, with what was dropped, and with the types being given. Pure; for one use.
 */
final class TrayOverlay {

  /**
   * The rows, and which rows of dropped files have become which rows of documents.
   *
   * @param became keys that rows had before
   */
  record Rows(List<TrayRow> rows, Map<TrayRow.Key, TrayRow.Key> became) {}

  private record Insert(Entry entry, Operation.Insert operation) {}

  private final RowTexts texts;
  private final Instant asOf;
  private final Map<ObjectId, Entry> away = new HashMap<>();
  private final Map<ObjectId, Entry> changed = new HashMap<>();
  private final List<Insert> inserts = new ArrayList<>();
  private final List<TrayRow> rows = new ArrayList<>();
  private final Map<TrayRow.Key, TrayRow.Key> became = new HashMap<>();

  private TrayOverlay(RowTexts texts, Instant asOf) {
    this.texts = texts;
    this.asOf = asOf;
  }

  /**
   * @param asOf when reading the listing began: what was proved later may be missing in it
   * @param entries those of this server
   */
  static Rows over(List<Listed> listed, Instant asOf, List<Entry> entries, RowTexts texts) {
    TrayOverlay overlay = new TrayOverlay(texts, asOf);
    entries.forEach(overlay::sort);
    overlay.lay(listed);
    return new Rows(overlay.rows, overlay.became);
  }

  private void sort(Entry entry) {
    if (entry.state() == EntryState.CANCELLED) {
      return;
    }
    switch (entry.operation()) {
      case Operation.Insert insert -> {
        if (insert.target() instanceof Location.Tray) {
          inserts.add(new Insert(entry, insert));
        }
      }
      case Operation.FileAway filing -> away.merge(filing.object(), entry, TrayOverlay::later);
      case Operation.AssignType typing -> changed.merge(typing.object(), entry, TrayOverlay::later);
      case Operation.UpdateFields update ->
          changed.merge(update.object(), entry, TrayOverlay::later);
      case Operation.DeleteObject deletion ->
          away.merge(deletion.object(), entry, TrayOverlay::later);
      case Operation.ContentChange content ->
          changed.merge(content.object(), entry, TrayOverlay::later);
      case Operation.Move _, Operation.MoveAndUpdate _ -> {}
      case Operation.InsertReference _, Operation.AddLocation _, Operation.RemoveLocation _ -> {}
      case Operation.EmptyFromBin _, Operation.RestoreObject _ -> {}
      case Operation.RestoreVersion _, Operation.Custody _ -> {}
    }
  }

  private void lay(List<Listed> listed) {
    Set<ObjectId> there = new HashSet<>();
    for (Listed one : listed) {
      there.add(one.document().id());
      row(one).ifPresent(rows::add);
    }
    inserts.sort(Comparator.comparing(insert -> insert.entry().id()));
    for (Insert insert : inserts) {
      TrayRow.Key key = new TrayRow.Key.InOutbox(insert.entry().id());
      Optional<Receipt> receipt = insert.entry().receipt();
      if (insert.entry().state() == EntryState.DONE && receipt.isPresent()) {
        arrived(insert, key, receipt.get(), there);
      } else {
        rows.add(texts.dropped(key, insert.entry(), insert.operation()));
      }
    }
  }

  private void arrived(Insert insert, TrayRow.Key key, Receipt receipt, Set<ObjectId> there) {
    ObjectId id = receipt.object();
    became.put(key, new TrayRow.Key.OnServer(id));
    if (!there.contains(id) && receipt.provedAt().isAfter(asOf)) {
      row(texts.stored(insert.operation(), insert.entry().title(), receipt)).ifPresent(rows::add);
    }
  }

  /** Empty while the document is being filed or deleted. */
  private Optional<TrayRow> row(Listed listed) {
    ObjectId id = listed.document().id();
    Entry filing = away.get(id);
    if (filing != null && filing.state().needsPerson()) {
      return Optional.of(texts.told(listed, filing));
    }
    if (filing != null && !isSettled(filing)) {
      return Optional.empty();
    }
    Entry change = changed.get(id);
    return Optional.of(
        change == null || isSettled(change) ? listed.settled() : texts.told(listed, change));
  }

  /** Whether the listing was read after the entry was done, so that it says everything itself. */
  private boolean isSettled(Entry entry) {
    return entry.state() == EntryState.DONE
        && entry.receipt().filter(receipt -> receipt.provedAt().isAfter(asOf)).isEmpty();
  }

  private static Entry later(Entry one, Entry other) {
    return one.id().compareTo(other.id()) > 0 ? one : other;
  }
}
