package org.kontor.outbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.InstantSource;
import java.util.List;

/** Makes operations durable: their files first, then what is to be done with them. Blocks. */
final class Intake {
  private final Spool spool;
  private final Journal journal;
  private final InstantSource clock;

  Intake(Spool spool, Journal journal, InstantSource clock) {
    this.spool = spool;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Takes in one batch; what is returned survives whatever happens.
   *
   * @throws NotAcceptedException when the journal or spool cannot be written: then nothing was
   *     taken
   * @throws InterruptedIOException when the thread was interrupted: then, too
   */
  List<Item> take(String server, Lane lane, List<Draft> drafts) throws IOException {
    try {
      List<Journal.Fresh> fresh = spool.pin(drafts);
      try {
        return journal.append(server, lane, fresh, clock.instant());
      } catch (IOException failure) {
        fresh.forEach(one -> spool.release(one.operation()));
        throw failure;
      }
    } catch (InterruptedIOException stopped) {
      throw stopped;
    } catch (IOException failure) {
      throw new NotAcceptedException(failure);
    }
  }

  /** Whether an entry waits for a file that could not be taken in. */
  static boolean isFileUnusable(Entry entry) {
    return entry.state() == EntryState.REFUSED
        && entry
            .problem()
            .filter(problem -> problem.cause() == Problem.Cause.FILE_UNUSABLE)
            .isPresent();
  }

  /** Tries once more to take in the files of such an entry. */
  Event takeAgain(Entry entry) throws IOException {
    Journal.Fresh fresh =
        spool.pin(List.of(new Draft(entry.title(), entry.operation()))).getFirst();
    return fresh.problem().isPresent()
        ? new Event.Unpinned(entry.id(), fresh.problem().get())
        : new Event.Pinned(entry.id(), fresh.operation());
  }
}
