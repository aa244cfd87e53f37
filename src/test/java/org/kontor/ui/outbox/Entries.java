package org.kontor.ui.outbox;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.Location;
import org.kontor.model.MainType;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Lane;
import org.kontor.outbox.Problem;

/** Entries as an outbox would tell them. */
final class Entries {
  private Entries() {}

  static Entry upload(long id, long batch, EntryState state, long length, long sent) {
    return entry(
        id,
        batch,
        state,
        sent,
        Optional.empty(),
        new Operation.Insert(
            Location.TRAY,
            Optional.empty(),
            Optional.of(MainType.ANY_FILE),
            Map.of(),
            List.of(
                new SourceFile(
                    Path.of("scan.pdf"),
                    "scan.pdf",
                    "application/pdf",
                    length,
                    Optional.empty(),
                    0))));
  }

  static Entry with(Entry entry, EntryState state, Problem problem) {
    return entry(
        entry.id().number(), entry.batch(), state, 0, Optional.of(problem), entry.operation());
  }

  static Entry of(long id, EntryState state, Operation operation) {
    return entry(id, id, state, 0, Optional.empty(), operation);
  }

  private static Entry entry(
      long id,
      long batch,
      EntryState state,
      long sent,
      Optional<Problem> problem,
      Operation operation) {
    return new Entry(
        new EntryId(id),
        "registry",
        batch,
        Lane.BULK,
        "scan_" + id + ".pdf",
        operation,
        state,
        1,
        sent,
        problem,
        Optional.empty(),
        Instant.parse("2026-11-12T08:14:00Z"));
  }
}
