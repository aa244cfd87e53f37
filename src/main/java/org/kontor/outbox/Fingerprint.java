package org.kontor.outbox;

import java.util.List;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;
import org.kontor.model.ObjectId;

/**
 * What two new objects share when the server's listing might mistake one for the other. Coarser
 * than content: the hash of a large file may not be known yet.
 */
record Fingerprint(Shelf shelf, List<Long> lengths, Optional<ObjectId> original) {
  static Fingerprint of(Operation.NewObject made) {
    return new Fingerprint(
        Shelf.of(made),
        made.files().stream().map(SourceFile::length).toList(),
        made instanceof Operation.InsertReference reference
            ? Optional.of(reference.original())
            : Optional.empty());
  }
}
