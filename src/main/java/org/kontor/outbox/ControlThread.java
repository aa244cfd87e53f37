package org.kontor.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.kontor.dms.DmsServer;

/** Drives the {@link Control} of one server: one thread, one queue of what is to be done on it. */
final class ControlThread {
  private static final System.Logger LOG = System.getLogger(ControlThread.class.getName());
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private final BlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
  private final InstantSource clock;
  private final FileDigests digests;
  private final Control control;
  private final Thread thread;
  private final List<CountDownLatch> waitingForQuiet = new ArrayList<>();
  private boolean ended;

  ControlThread(
      String server,
      Board board,
      Journal journal,
      Spool spool,
      FileDigests digests,
      Surroundings world,
      Signals signals) {
    clock = world.clock();
    this.digests = digests;
    control =
        new Control(server, board, journal, spool, clock, world.chance(), this::startCall, signals);
    thread = Thread.ofPlatform().daemon().name("outbox " + server).start(this::loop);
  }

  void tell(Event event) {
    inbox.add(() -> control.handle(event));
  }

  void attach(DmsServer connection, AttachOptions options) {
    Calls calls = new Calls(connection, digests, clock);
    inbox.add(() -> control.attach(calls, options));
  }

  void allow(int requests, int large) {
    inbox.add(() -> control.allow(requests, large));
  }

  /**
   * Stops sending and waits until what was under way has ended.
   *
   * @return whether it ended in time; if not, its entries are in doubt at the next start
   */
  boolean detach(Duration patience) {
    CountDownLatch quiet = new CountDownLatch(1);
    inbox.add(control::detach);
    inbox.add(() -> tellWhenQuiet(quiet));
    return await(quiet, patience);
  }

  /** Detaches and ends the thread; nothing more is written. */
  void end(Duration patience) {
    detach(patience);
    inbox.add(() -> ended = true);
    CountDownLatch gone = new CountDownLatch(1);
    Thread.ofVirtual().start(() -> joinUninterrupted(gone));
    await(gone, patience);
  }

  private void joinUninterrupted(CountDownLatch gone) {
    try {
      thread.join();
      gone.countDown();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellWhenQuiet(CountDownLatch quiet) {
    if (control.isQuiet()) {
      quiet.countDown();
    } else {
      waitingForQuiet.add(quiet);
    }
  }

  private void loop() {
    while (!ended) {
      Optional<Instant> wake = guarded(control::advance).orElse(Optional.empty());
      if (control.isQuiet()) {
        waitingForQuiet.forEach(CountDownLatch::countDown);
        waitingForQuiet.clear();
      }
      Duration rest =
          wake.map(time -> Duration.between(clock.instant(), time)).orElse(LONGEST_REST);
      Runnable next = take(rest);
      while (next != null && !ended) {
        run(next);
        next = inbox.poll();
      }
    }
  }

  private void run(Runnable next) {
    boolean _ =
        guarded(
                () -> {
                  next.run();
                  return true;
                })
            .isPresent();
  }

  /** An error in the program must not stop the others' entries; its own stay as they are. */
  private <T> Optional<T> guarded(Supplier<T> step) {
    try {
      return Optional.of(step.get());
    } catch (RuntimeException failure) {
      LOG.log(System.Logger.Level.ERROR, "a step of the outbox failed", failure);
      return Optional.empty();
    }
  }

  private Runnable take(Duration rest) {
    try {
      Runnable next = inbox.poll(Math.max(1, rest.toMillis()), TimeUnit.MILLISECONDS);
      return next == null ? () -> {} : next;
    } catch (InterruptedException _) {
      // Nobody may interrupt this thread; if somebody does, it plans once more.
      return () -> {};
    }
  }

  private Workers.Job startCall(String name, Supplier<Event.Over> call) {
    Thread worker =
        Thread.ofVirtual()
            .name(name)
            .start(
                () -> {
                  Event.Over over = call.get();
                  inbox.add(() -> control.handle(over));
                });
    return worker::interrupt;
  }

  private static boolean await(CountDownLatch latch, Duration patience) {
    try {
      return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
