package org.kontor.http;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads and digests the next piece of a body while the one before it leaves: one piece ahead, so
 * memory stays constant. For one thread at a time.
 */
final class ReadAhead implements AutoCloseable {
  private final BodySource source;
  private @Nullable FutureTask<BodySource.Piece> ahead;

  ReadAhead(BodySource source) {
    this.source = source;
  }

  BodySource.Piece next() throws IOException, InterruptedException {
    FutureTask<BodySource.Piece> begun = ahead;
    ahead = null;
    BodySource.Piece piece = begun == null ? source.next() : result(begun);
    if (!piece.last()) {
      FutureTask<BodySource.Piece> next = new FutureTask<>(source::next);
      Thread.ofVirtual().name("kontor-upload-reader").start(next);
      ahead = next;
    }
    return piece;
  }

  private static BodySource.Piece result(FutureTask<BodySource.Piece> task)
      throws IOException, InterruptedException {
    try {
      return task.get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof IOException broken ? broken : new IOException(failure);
    }
  }

  /** Waits for the piece that is being read: a file is never closed under its reader. */
  @Override
  public void close() throws IOException {
    FutureTask<BodySource.Piece> begun = ahead;
    ahead = null;
    try {
      if (begun != null) {
        result(begun);
      }
    } catch (IOException unwanted) {
      // Nobody wants that piece any more.
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
    } finally {
      source.close();
    }
  }
}
