package org.kontor.ui.preview.decode;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Runs each decoding on a platform thread of its own and waits for it no longer than a limit. Not a
 * virtual thread: a file that computes for ever would keep a carrier from everybody else.
 */
final class DecodeThreads {
  /** The page shown, the one searched, the one read ahead, and a stopped one that is ending. */
  private static final int AT_ONCE = 4;

  private final Semaphore threads = new Semaphore(AT_ONCE);
  private final Duration limit;

  DecodeThreads(Duration limit) {
    this.limit = limit;
  }

  /** A decoding. */
  @FunctionalInterface
  interface Decoding<T> {
    T run(StopSign stop) throws IOException;
  }

  /**
   * Waits for the result. An interrupt stops the decoding.
   *
   * @throws PreviewException for whatever the file did
   */
  <T> T call(Decoding<T> decoding) throws InterruptedException {
    if (!threads.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new PreviewException(PreviewException.Reason.TOO_SLOW);
    }
    StopSign stop = new StopSign();
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofPlatform().daemon().name("preview").start(() -> run(decoding, stop, result));
    try {
      return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new PreviewException(PreviewException.Reason.TOO_SLOW, late);
    } catch (ExecutionException failed) {
      throw explained(failed.getCause() == null ? failed : failed.getCause());
    } finally {
      stop.stop();
    }
  }

  private <T> void run(Decoding<T> decoding, StopSign stop, CompletableFuture<T> result) {
    try {
      result.complete(decoding.run(stop));
    } catch (IOException | RuntimeException | Error failure) {
      result.completeExceptionally(failure);
    } finally {
      threads.release();
    }
  }

  private static RuntimeException explained(Throwable failure) {
    return switch (failure) {
      case PreviewException known -> known;
      case CancellationException cancelled -> cancelled;
      case InvalidPasswordException _ -> of(PreviewException.Reason.ENCRYPTED, failure);
      case NoSuchFileException _ -> of(PreviewException.Reason.GONE, failure);
      case FileNotFoundException _ -> of(PreviewException.Reason.GONE, failure);
      case AccessDeniedException _ -> of(PreviewException.Reason.UNREADABLE, failure);
      case OutOfMemoryError _ -> of(PreviewException.Reason.TOO_DEMANDING, failure);
      default -> of(PreviewException.Reason.DAMAGED, failure);
    };
  }

  private static PreviewException of(PreviewException.Reason reason, Throwable cause) {
    return new PreviewException(reason, cause);
  }
}
