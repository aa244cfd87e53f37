package org.kontor.outbox;

import java.time.Instant;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/**
 * One operation in the outbox, as it stands at one moment.
 *
 * @param server key of the server profile it is for
 * @param batch number shared by what was accepted together
 * @param title what a person knows it by: the file's name, the object's title
 * @param sentBytes of its files, in the current attempt
 * @param attempts how often it was handed to the server
 * @param problem why it is not done; may also be set while it waits to be tried again
 * @param receipt set when DONE
 */
public record Entry(
    EntryId id,
    String server,
    long batch,
    Lane lane,
    String title,
    Operation operation,
    EntryState state,
    int attempts,
    long sentBytes,
    Optional<Problem> problem,
    Optional<Receipt> receipt,
    Instant accepted) {

  /** Bytes of all its files. */
  public long totalBytes() {
    return operation.files().stream().mapToLong(file -> file.length()).sum();
  }
}
