package org.kontor.local.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. Works that wait at the same time share a commit, and with it the
 * sync; each has its own savepoint, so one that fails takes nothing of the others with it. A work
 * is answered only when its commit is on the disk.
 */
final class Writer implements AutoCloseable {
  private static final int MOST_TOGETHER = 64;

  private final Session session;
  private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean closed;
  private volatile Runnable committed = () -> {};

  Writer(Session session) {
    this.session = session;
    this.thread = Thread.ofPlatform().name("kontor-local-writer").daemon().start(this::run);
  }

  private static final class Job<T> {
    private final @Nullable Work<T> work;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private @Nullable Runnable outcome;

    private Job(@Nullable Work<T> work) {
      this.work = work;
    }

    private void run(Session session) {
      if (work == null) {
        return;
      }
      try {
        T result = session.attempt(() -> work.with(session));
        outcome = () -> answer.complete(result);
      } catch (RuntimeException | Error failed) {
        outcome = () -> answer.completeExceptionally(failed);
      }
    }

    private void finish() {
      if (outcome != null) {
        outcome.run();
      }
    }
  }

  void afterEachCommit(Runnable hook) {
    committed = hook;
  }

  /** Does the work on the writer's thread and waits until it is on the disk. */
  <T> T write(Work<T> work) {
    Job<T> job = new Job<>(work);
    synchronized (queue) {
      if (closed) {
        throw new StoreException("closed", new IllegalStateException("closed"));
      }
      queue.add(job);
    }
    try {
      return job.answer.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new StoreException("write", failed);
    }
  }

  private void run() {
    List<Job<?>> jobs = new ArrayList<>();
    while (!(closed && queue.isEmpty())) {
      jobs.clear();
      try {
        jobs.add(queue.take());
      } catch (InterruptedException ignored) {
        continue; // nobody interrupts this thread on purpose: close() sends an empty job
      }
      queue.drainTo(jobs, MOST_TOGETHER - 1);
      commit(jobs);
    }
  }

  private void commit(List<Job<?>> jobs) {
    try {
      session.update("BEGIN IMMEDIATE");
      for (Job<?> job : jobs) {
        job.run(session);
      }
      session.update("COMMIT");
      session.takeAfterCommit().forEach(Runnable::run);
      jobs.forEach(Job::finish);
      committed.run();
    } catch (RuntimeException | Error failed) {
      session.takeAfterCommit();
      jobs.forEach(job -> job.answer.completeExceptionally(failed));
      rollBack();
    }
  }

  private void rollBack() {
    try {
      session.update("ROLLBACK");
    } catch (StoreException nothingOpen) {
      System.getLogger(Writer.class.getName())
          .log(System.Logger.Level.WARNING, "No transaction to roll back");
    }
  }

  @Override
  public void close() {
    synchronized (queue) {
      closed = true;
      queue.add(new Job<Void>(null));
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    session.close();
  }
}
