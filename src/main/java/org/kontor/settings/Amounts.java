package org.kontor.settings;

import java.util.Optional;

/**
 * How much Kontor takes of the server and of this computer.
 *
 * @param parallel writing requests to a server at once at most, where the person says so; a profile
 *     may allow less
 * @param previewMegabytes of documents that were looked at and are kept while the window is open
 * @param copyMegabytes up to this size a dropped file is copied into the outbox; a larger one is
 *     sent from where it lies
 */
public record Amounts(Optional<Integer> parallel, int previewMegabytes, int copyMegabytes) {
  public static final Amounts USUAL = new Amounts(Optional.empty(), 256, 32);

  private static final int MOST_PARALLEL = 64;
  private static final int LEAST_PREVIEW = 16;
  private static final int MOST_PREVIEW = 8192;
  private static final int MOST_COPY = 1024;

  /** What is out of bounds becomes the nearest that is not. */
  public Amounts {
    parallel = parallel.map(requests -> Math.clamp(requests, 1, MOST_PARALLEL));
    previewMegabytes = Math.clamp(previewMegabytes, LEAST_PREVIEW, MOST_PREVIEW);
    copyMegabytes = Math.clamp(copyMegabytes, 1, MOST_COPY);
  }

  /**
   * @param requests empty for what the server's profile says, or the usual
   */
  public Amounts withParallel(Optional<Integer> requests) {
    return new Amounts(requests, previewMegabytes, copyMegabytes);
  }

  public Amounts withPreview(int megabytes) {
    return new Amounts(parallel, megabytes, copyMegabytes);
  }

  public Amounts withCopies(int megabytes) {
    return new Amounts(parallel, previewMegabytes, megabytes);
  }

  public long previewBytes() {
    return (long) previewMegabytes << 20;
  }

  public long copyBytes() {
    return (long) copyMegabytes << 20;
  }
}
