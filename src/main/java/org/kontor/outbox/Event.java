package org.kontor.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.dms.DmsException;
import org.kontor.dms.Operation;
import org.kontor.dms.WriteResult;

/** What a server's control thread is told. */
sealed interface Event {

  /** A call is over. */
  sealed interface Over extends Event {
    /** Number of the call. */
    long request();
  }

  record Answered(long request, List<EntryId> entries, List<WriteResult> results) implements Over {}

  /** The call ended without an answer; what that means depends on what it was for. */
  record Failed(long request, Action action, DmsException failure) implements Over {}

  /** Not sent, since its object is not as the person saw it. */
  record Conflicting(long request, EntryId entry, Finding.Undecided seen) implements Over {}

  /** The call was interrupted, or broke in a way that nobody foresaw. */
  record Cut(long request, Action action, String why) implements Over {}

  /**
   * @param end how many stand there; 0 where that is not known
   */
  record Listed(long request, Baseline baseline, int end) implements Over {}

  /**
   * @param began when the first question of the probe was asked
   */
  record Probed(long request, Instant began, Map<EntryId, Finding> findings) implements Over {}

  /**
   * @param end what the listing ended with in which some of them were seen
   */
  record Proved(long request, Instant began, Map<EntryId, Proof> proofs, Optional<ShelfEnd> end)
      implements Over {
    Proved(long request, Instant began, Map<EntryId, Proof> proofs) {
      this(request, began, proofs, Optional.empty());
    }
  }

  /** The files of a refused entry were taken in after all. */
  record Pinned(EntryId entry, Operation operation) implements Event {}

  /** They still cannot be read. */
  record Unpinned(EntryId entry, Problem problem) implements Event {}

  /** New entries are there, or the time has come: plan again. */
  record Look() implements Event {}

  record Retry(EntryId entry) implements Event {}

  /** What was held may go. */
  record Release(List<EntryId> entries) implements Event {}

  record Cancel(EntryId entry) implements Event {}

  /** The person has looked and wants it sent once more. */
  record SendAgain(EntryId entry) implements Event {}

  /** The person has decided on something else instead, after a refusal or a conflict. */
  record Edited(EntryId entry, Operation operation) implements Event {}

  /** The person wants nothing more to begin, or all to go on. */
  record Pause(boolean paused) implements Event {}

  /** The person wants these next. */
  record ToFront(List<EntryId> entries) implements Event {}

  /** Somebody has signed in. */
  record Resume() implements Event {}
}
