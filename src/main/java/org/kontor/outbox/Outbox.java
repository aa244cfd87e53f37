package org.kontor.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kontor.dms.DmsServer;
import org.kontor.model.ObjectId;

/**
 * The one door for writes. What {@link #accept} has returned for is durable: it is sent in the
 * background, read back, and then done, whatever dies in between. All methods are safe from any
 * thread; {@link #accept} blocks for the disk and is not for the thread that draws the window.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Outbox implements AutoCloseable {

  private Outbox() {}

  /**
   * Opens the journal and the spool below the folder, making them when missing. What was under way
   * when the program died is in doubt now. Nothing is sent until a server is attached.
   */
  public static Outbox open(Path folder) throws IOException {
    throw new UnsupportedOperationException(folder.toString());
  }

  /**
   * Makes operations durable, in their order, as one batch.
   *
   * @param server key of the server profile
   * @return the new entries, all WAITING; a file that cannot be read becomes an entry that is
   *     REFUSED with FILE_UNUSABLE while the others go on
   * @throws IOException when the journal or spool cannot be written: then nothing was accepted
   */
  public List<EntryId> accept(String server, Lane lane, List<Draft> drafts) throws IOException {
    throw new UnsupportedOperationException(server + lane + drafts);
  }

  /** Begins or resumes sending what is there, and what comes, to this server. */
  public void attach(String server, DmsServer connection) {
    throw new UnsupportedOperationException(server + connection);
  }

  /** Stops sending to it; entries stay. Waits until the request under way has ended or was cut. */
  public void detach(String server) {
    throw new UnsupportedOperationException(server);
  }

  /**
   * Everything not over, oldest first, then what ended since this program started, newest first.
   */
  public List<Entry> entries() {
    throw new UnsupportedOperationException();
  }

  public Optional<Entry> entry(EntryId id) {
    throw new UnsupportedOperationException(id.toString());
  }

  /** Tries a refused or waiting entry again now. */
  public void retry(EntryId id) {
    throw new UnsupportedOperationException(id.toString());
  }

  /**
   * Takes an entry back. What may already be on the server is stopped and goes IN_DOUBT: the probe
   * then tells whether it arrived before it was stopped.
   */
  public void cancel(EntryId id) {
    throw new UnsupportedOperationException(id.toString());
  }

  /** The name under which a file was dropped here that became this object, if it was here. */
  public Optional<String> nameOf(String server, ObjectId object) {
    throw new UnsupportedOperationException(server + object);
  }

  public void addListener(OutboxListener listener) {
    throw new UnsupportedOperationException(listener.toString());
  }

  public void removeListener(OutboxListener listener) {
    throw new UnsupportedOperationException(listener.toString());
  }

  @Override
  public void close() {}
}
