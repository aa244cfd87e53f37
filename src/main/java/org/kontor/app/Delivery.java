package org.kontor.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.OutboxListener;
import org.kontor.outbox.Problem;

/** Waits until the outbox has dealt with some entries, and says how that went. */
final class Delivery {
  /** How long nothing may move while the server is not reached before the wait is given up. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final long REPORT_MILLIS = 200;

  private final Outbox outbox;
  private final SendReport report;
  private final Set<EntryId> reported = new HashSet<>();
  private int done;
  private int refused;

  Delivery(Outbox outbox, SendReport report) {
    this.outbox = outbox;
    this.report = report;
  }

  /** Returns one of the exit codes, after every entry ended or the server was given up. */
  int await(List<EntryId> wanted) throws InterruptedException {
    Semaphore changes = new Semaphore(1);
    OutboxListener listener = () -> changes.release();
    outbox.addListener(listener);
    try {
      return await(wanted, changes);
    } finally {
      outbox.removeListener(listener);
    }
  }

  private int await(List<EntryId> wanted, Semaphore changes) throws InterruptedException {
    long before = -1;
    Instant moved = Instant.now();
    while (true) {
      List<Entry> now = current(wanted);
      now.stream().filter(Delivery::hasEnded).forEach(this::reportOnce);
      report.progress(now);
      int open = (int) now.stream().filter(entry -> !hasEnded(entry)).count();
      if (open == 0) {
        report.summary(done, refused, 0);
        return refused > 0 ? ExitCode.REFUSED : ExitCode.DONE;
      }
      long mark = now.stream().mapToLong(Entry::sentBytes).sum() - open;
      if (mark != before) {
        moved = Instant.now();
      }
      before = mark;
      if (anyOpen(now, Problem.Cause.NOT_SIGNED_IN)
          || (anyOpen(now, Problem.Cause.UNREACHABLE)
              && moved.plus(PATIENCE).isBefore(Instant.now()))) {
        report.summary(done, refused, open);
        return ExitCode.NOT_REACHED;
      }
      changes.tryAcquire(REPORT_MILLIS, TimeUnit.MILLISECONDS);
      changes.drainPermits();
    }
  }

  private List<Entry> current(List<EntryId> wanted) {
    List<Entry> entries = new ArrayList<>(wanted.size());
    for (EntryId id : wanted) {
      outbox.entry(id).ifPresent(entries::add);
    }
    return entries;
  }

  private void reportOnce(Entry entry) {
    if (reported.add(entry.id())) {
      report.ended(entry);
      if (entry.state() == EntryState.DONE) {
        done++;
      } else {
        refused++;
      }
    }
  }

  private static boolean hasEnded(Entry entry) {
    return entry.state().isOver() || entry.state().needsPerson();
  }

  private static boolean anyOpen(List<Entry> entries, Problem.Cause cause) {
    Predicate<Entry> open = entry -> !hasEnded(entry);
    return entries.stream()
        .filter(open)
        .anyMatch(entry -> entry.problem().filter(problem -> problem.cause() == cause).isPresent());
  }
}
