package org.kontor.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.kontor.dms.Operation;
import org.kontor.dms.Receipt;

/**
 * An entry with everything that is needed to decide about it. Immutable; a change makes a new one.
 */
record Item(Entry entry, Attempt attempt, Pace pace) {
  /** Longer than a program runs. */
  private static final Duration HELD = Duration.ofDays(10_000);

  EntryId id() {
    return entry.id();
  }

  EntryState state() {
    return entry.state();
  }

  Operation operation() {
    return entry.operation();
  }

  /** Goes to another state, with no problem left. */
  Item to(EntryState next) {
    return changed(EntryState.transition(entry.state(), next), entry.attempts(), Optional.empty());
  }

  /** Goes to another state because of a problem. */
  Item to(EntryState next, Problem problem) {
    return changed(
        EntryState.transition(entry.state(), next), entry.attempts(), Optional.of(problem));
  }

  Item with(Problem problem) {
    return changed(entry.state(), entry.attempts(), Optional.of(problem));
  }

  Item with(Attempt changed) {
    return new Item(entry, changed, pace);
  }

  Item with(Pace changed) {
    return new Item(entry, attempt, changed);
  }

  Item with(Operation operation) {
    return new Item(
        new Entry(
            entry.id(),
            entry.server(),
            entry.batch(),
            entry.lane(),
            entry.title(),
            operation,
            entry.state(),
            entry.attempts(),
            0,
            entry.problem(),
            entry.receipt(),
            entry.accepted()),
        attempt,
        pace);
  }

  /** Handed to the server once more. */
  Item sending(long baseline, long request) {
    return changed(
            EntryState.transition(entry.state(), EntryState.SENDING),
            entry.attempts() + 1,
            Optional.empty())
        .with(Attempt.under(baseline))
        .with(pace.working(request));
  }

  Item done(Receipt receipt) {
    return new Item(
        new Entry(
            entry.id(),
            entry.server(),
            entry.batch(),
            entry.lane(),
            entry.title(),
            entry.operation(),
            EntryState.transition(entry.state(), EntryState.DONE),
            entry.attempts(),
            entry.totalBytes(),
            Optional.empty(),
            Optional.of(receipt),
            entry.accepted()),
        attempt,
        pace.idle());
  }

  /** Not to be sent until it is retried; for as long as this program runs. */
  Item held() {
    return with(pace.dueAt(pace.notBefore().plus(HELD)));
  }

  boolean isDue(Instant now) {
    return !pace.busy() && !pace.notBefore().isAfter(now);
  }

  private Item changed(EntryState state, int attempts, Optional<Problem> problem) {
    return new Item(
        new Entry(
            entry.id(),
            entry.server(),
            entry.batch(),
            entry.lane(),
            entry.title(),
            entry.operation(),
            state,
            attempts,
            0,
            problem,
            entry.receipt(),
            entry.accepted()),
        attempt,
        pace);
  }
}
