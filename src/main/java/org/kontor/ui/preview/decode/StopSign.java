package org.kontor.ui.preview.decode;

import java.util.concurrent.CancellationException;

/**
 * Ends a decoding from outside. Decoders look at it with every read and every drawing step, because
 * a thread that computes cannot be ended in any other way.
 */
final class StopSign {
  /** Part of the heap that a preview leaves to the rest of the program: one sixteenth. */
  private static final int RESERVED_PART = 16;

  private volatile boolean stopped;
  private volatile boolean collected;

  void stop() {
    stopped = true;
  }

  /**
   * Cheap; called with every byte.
   *
   * @throws CancellationException when stopped
   */
  void check() {
    if (stopped) {
      throw new CancellationException();
    }
  }

  /**
   * Also refuses a file that fills the heap (a compressed stream can unpack to a thousand times its
   * size), before another thread pays for it with an {@link OutOfMemoryError}.
   */
  void checkWithMemory() {
    check();
    if (!isHeapFull()) {
      return;
    }
    if (!collected) {
      collected = true;
      System.gc();
    }
    if (isHeapFull()) {
      throw new PreviewException(PreviewException.Reason.TOO_DEMANDING);
    }
  }

  private static boolean isHeapFull() {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    return runtime.maxMemory() - used < runtime.maxMemory() / RESERVED_PART;
  }
}
