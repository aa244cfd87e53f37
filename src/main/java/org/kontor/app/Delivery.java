package org.kontor.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.kontor.outbox.Entry;
import org.kontor.outbox.EntryId;
import org.kontor.outbox.EntryState;
import org.kontor.outbox.Outbox;
import org.kontor.outbox.OutboxListener;
import org.kontor.outbox.Problem;

/** Waits until the outbox has dealt with some entries, and says how that went. */
final class Delivery {
  private static final long REPORT_MILLIS = 200;

  private final Outbox outbox;
  private final SendReport report;
  private int done;
  private int refused;

  Delivery(Outbox outbox, SendReport report) {
    this.outbox = outbox;
    this.report = report;
  }

  /** Returns one of the exit codes, after every entry ended or the server was given up. */
  int await(List<EntryId> wanted) throws IOException, InterruptedException {
    List<EntryId> open = new ArrayList<>(wanted);
    Semaphore changes = new Semaphore(1);
    OutboxListener listener = () -> changes.release();
    outbox.addListener(listener);
    try {
      Headway headway = new Headway();
      while (true) {
        List<Entry> now = takeEnded(open);
        report.progress(done + refused, wanted.size(), now);
        if (open.isEmpty()) {
          report.summary(done, refused, 0);
          return refused > 0 ? ExitCode.REFUSED : ExitCode.DONE;
        }
        headway.look(done + refused, now);
        Set<Problem> hopeless = headway.hopeless(now);
        if (!hopeless.isEmpty()) {
          hopeless.forEach(report::stopped);
          report.summary(done, refused, open.size());
          return ExitCode.NOT_REACHED;
        }
        changes.tryAcquire(REPORT_MILLIS, TimeUnit.MILLISECONDS);
        changes.drainPermits();
      }
    } finally {
      outbox.removeListener(listener);
    }
  }

  /** Reports what has ended already, without waiting for the rest. */
  void reportAsIs(List<EntryId> wanted) throws IOException {
    List<EntryId> open = new ArrayList<>(wanted);
    takeEnded(open);
    report.summary(done, refused, open.size());
  }

  /**
   * Takes files that could not be read out of the outbox again: the person was told, has them, and
   * will name them anew.
   */
  void giveUpUnusable(List<EntryId> wanted) throws IOException, InterruptedException {
    Semaphore changes = new Semaphore(0);
    OutboxListener listener = () -> changes.release();
    outbox.addListener(listener);
    try {
      for (EntryId id : wanted) {
        if (outbox.entry(id).filter(entry -> has(entry, Problem.Cause.FILE_UNUSABLE)).isPresent()) {
          outbox.cancel(id);
          while (!outbox.outcome(id).map(entry -> entry.state().isOver()).orElse(true)
              && changes.tryAcquire(Headway.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            changes.drainPermits();
          }
        }
      }
    } finally {
      outbox.removeListener(listener);
    }
  }

  /** Reports what has ended and takes it off the list; gives what is still open. */
  private List<Entry> takeEnded(List<EntryId> open) throws IOException {
    List<Entry> still = new ArrayList<>();
    for (Iterator<EntryId> ids = open.iterator(); ids.hasNext(); ) {
      Optional<Entry> entry = outbox.outcome(ids.next());
      if (entry.isPresent() && !hasEnded(entry.get())) {
        still.add(entry.get());
      } else {
        ids.remove();
        entry.ifPresent(this::report);
      }
    }
    return still;
  }

  private void report(Entry entry) {
    report.ended(entry);
    if (entry.state() == EntryState.DONE) {
      done++;
    } else {
      refused++;
    }
  }

  private static boolean hasEnded(Entry entry) {
    return entry.state().isOver() || entry.state().needsPerson();
  }

  private static boolean has(Entry entry, Problem.Cause cause) {
    return entry.problem().filter(problem -> problem.cause() == cause).isPresent();
  }
}
