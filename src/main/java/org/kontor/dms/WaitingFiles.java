package org.kontor.dms;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.kontor.model.ObjectId;

/**
 * A tray that is on this computer, for a server that has none: what lies in it is not on the server
 * yet, so filing it makes a new document there. A file stays here until the outbox has the receipt
 * for that document; until then it knows which entry carries it, also after the program died. Safe
 * from any thread; blocks for the disk.
 */
public interface WaitingFiles {
  /**
   * A file that was handed to the outbox.
   *
   * @param since when it was about to be handed over
   * @param entry number of the outbox's entry; empty when the program died before it was noted
   */
  record Departure(ObjectId document, SourceFile file, Instant since, OptionalLong entry) {}

  /** Whether a document is, or was, one of these. Reads nothing. */
  boolean holds(ObjectId document);

  /**
   * The file of a document that waits.
   *
   * @throws DmsException.NotFound when it does not wait
   */
  SourceFile file(ObjectId document) throws DmsException.NotFound;

  /** What left the tray and is not known to have arrived, in the order in which it left. */
  List<Departure> departures();

  /** These are about to be handed to the outbox: durably, they are no longer in the tray. */
  void leave(List<ObjectId> documents) throws IOException;

  /** Notes which entry of the outbox carries one that left. */
  void carriedBy(ObjectId document, long entry) throws IOException;

  /** It was not sent: it waits in the tray again. */
  void comeBack(ObjectId document) throws IOException;

  /** It has arrived, which is durable: it is deleted here. */
  void arrived(ObjectId document) throws IOException;
}
