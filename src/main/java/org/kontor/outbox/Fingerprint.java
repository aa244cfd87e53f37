package org.kontor.outbox;

import java.util.List;
import org.kontor.dms.Operation;
import org.kontor.dms.SourceFile;

/**
 * What two inserts share when the server's listing might mistake one for the other. Coarser than
 * content: the hash of a large file may not be known yet.
 */
record Fingerprint(Shelf shelf, List<Long> lengths) {
  static Fingerprint of(Operation.Insert insert) {
    return new Fingerprint(
        Shelf.of(insert), insert.files().stream().map(SourceFile::length).toList());
  }
}
