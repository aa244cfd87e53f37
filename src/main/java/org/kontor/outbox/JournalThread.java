package org.kontor.outbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The one thread that touches the journal's database. It is never interrupted: an interrupt would
 * close the file. Work that comes in while the disk is busy shares one transaction and one sync.
 */
final class JournalThread implements AutoCloseable {
  private static final int MOST_TOGETHER = 500;

  /** Opens the database. */
  @FunctionalInterface
  interface Opener {
    Connection open() throws SQLException;
  }

  /**
   * Work on the database.
   *
   * @param <T> its result
   */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection database) throws SQLException, IOException;
  }

  private static final class Job<T> {
    private final Work<T> work;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private Optional<T> result = Optional.empty();

    Job(Work<T> work) {
      this.work = work;
    }

    void run(Connection database) throws SQLException, IOException {
      result = Optional.of(work.on(database));
    }

    void finish() {
      done.complete(result.orElseThrow());
    }
  }

  private static final Job<Boolean> END = new Job<>(_ -> true);

  private final Opener opener;
  private final BlockingQueue<Job<?>> jobs = new LinkedBlockingQueue<>();
  private final Thread thread;
  private boolean closed;
  private Connection database;

  JournalThread(Opener opener, Connection database) {
    this.opener = opener;
    this.database = database;
    thread = Thread.ofPlatform().daemon().name("journal").start(this::loop);
  }

  /** Runs work in a transaction and waits until it is on the disk. */
  <T> T run(Work<T> work) throws IOException {
    Job<T> job = new Job<>(work);
    synchronized (jobs) {
      if (closed) {
        throw new IOException("the journal is closed");
      }
      jobs.add(job);
    }
    try {
      return job.done.join();
    } catch (CompletionException failure) {
      throw new IOException("the journal cannot be written", failure.getCause());
    }
  }

  @Override
  public void close() {
    synchronized (jobs) {
      closed = true;
      jobs.add(END);
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void loop() {
    List<Job<?>> together = new ArrayList<>();
    boolean ended = false;
    while (!ended) {
      together.clear();
      together.add(take());
      jobs.drainTo(together, MOST_TOGETHER);
      ended = together.remove(END);
      if (!together.isEmpty()) {
        commit(together);
      }
    }
    try {
      database.close();
    } catch (SQLException failure) {
      System.getLogger(JournalThread.class.getName())
          .log(System.Logger.Level.WARNING, "the journal did not close cleanly", failure);
    }
  }

  private Job<?> take() {
    while (true) {
      try {
        return jobs.take();
      } catch (InterruptedException _) {
        // Nobody may interrupt this thread; if somebody does, it must not reach the database.
      }
    }
  }

  private void commit(List<Job<?>> together) {
    try {
      for (Job<?> job : together) {
        job.run(database);
      }
      database.commit();
      together.forEach(Job::finish);
    } catch (SQLException | IOException | RuntimeException failure) {
      giveUp();
      if (together.size() == 1) {
        together.getFirst().done.completeExceptionally(failure);
      } else {
        // One of them is to blame; the others must not suffer for it.
        together.forEach(job -> commit(List.of(job)));
      }
    }
  }

  /**
   * Goes back to what is surely on the disk. After a failed sync the next one may say yes although
   * the data is gone, so the file is opened anew instead.
   */
  private void giveUp() {
    // Closing rolls back. A rollback of its own fails where the database has done so already.
    try {
      database.close();
    } catch (SQLException failure) {
      System.getLogger(JournalThread.class.getName())
          .log(System.Logger.Level.DEBUG, "the journal did not close cleanly", failure);
    }
    try {
      database = opener.open();
    } catch (SQLException failure) {
      System.getLogger(JournalThread.class.getName())
          .log(System.Logger.Level.WARNING, "the journal could not be opened again", failure);
    }
  }
}
