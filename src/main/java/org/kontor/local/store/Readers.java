package org.kontor.local.store;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A few reading connections, each used by one thread at a time. Reading runs on threads of its own:
 * SQLite would hold the carrier of a virtual thread, and an interrupt must not reach it.
 */
final class Readers implements AutoCloseable {
  private final BlockingQueue<Session> sessions;
  private final ExecutorService threads;

  Readers(List<Session> sessions) {
    this.sessions = new ArrayBlockingQueue<>(sessions.size(), false, sessions);
    this.threads =
        Executors.newFixedThreadPool(
            sessions.size(),
            Thread.ofPlatform().name("kontor-local-reader-", 1).daemon().factory());
  }

  /** Reads in one snapshot of the database. */
  <T> T read(Work<T> work) {
    try {
      return CompletableFuture.supplyAsync(() -> snapshot(work), threads).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new StoreException("read", failed);
    }
  }

  private <T> T snapshot(Work<T> work) {
    Session session = sessions.remove(); // never empty: as many threads as sessions
    try {
      session.update("BEGIN");
      try {
        return work.with(session);
      } finally {
        session.update("COMMIT");
      }
    } finally {
      sessions.add(session);
    }
  }

  @Override
  public void close() {
    threads.close();
    sessions.forEach(Session::close);
  }
}
