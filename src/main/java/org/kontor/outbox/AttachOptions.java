package org.kontor.outbox;

import java.time.Duration;

/**
 * How one server is to be treated.
 *
 * @param settle how long it may go on working on a request after the connection was cut; only then
 *     does "not found" count
 * @param parallel requests at once at most, from 1
 * @param largeAtOnce requests with a large file at once at most, from 1
 * @param largestBatch entries in one request at most, from 1
 * @param largestRequest bytes of the files of one request at most where it holds several, from 1
 */
public record AttachOptions(
    Duration settle, int parallel, int largeAtOnce, int largestBatch, long largestRequest) {
  /** For a server of which nothing is known. */
  public static final AttachOptions USUAL =
      new AttachOptions(Duration.ofSeconds(10), 4, 4, 50, 4L << 20);

  public AttachOptions {
    if (settle.isNegative()
        || parallel < 1
        || largeAtOnce < 1
        || largestBatch < 1
        || largestRequest < 1) {
      throw new IllegalArgumentException(
          "settle %s, parallel %d, large %d, batch %d, bytes %d"
              .formatted(settle, parallel, largeAtOnce, largestBatch, largestRequest));
    }
  }

  /** As many large files at once as there are requests. */
  public AttachOptions(Duration settle, int parallel, int largestBatch, long largestRequest) {
    this(settle, parallel, parallel, largestBatch, largestRequest);
  }

  /** As usual, but for these. */
  public AttachOptions(Duration settle, int parallel) {
    this(settle, parallel, USUAL.largestBatch(), USUAL.largestRequest());
  }

  /** The same, with no more entries in one request than that. */
  AttachOptions upTo(int batch) {
    return new AttachOptions(
        settle, parallel, largeAtOnce, Math.min(largestBatch, batch), largestRequest);
  }

  /** The same, with other numbers of requests at once. */
  AttachOptions atOnce(int requests, int large) {
    return new AttachOptions(settle, requests, large, largestBatch, largestRequest);
  }

  /** As usual, but with another settle time. */
  public static AttachOptions settling(Duration settle) {
    return new AttachOptions(settle, USUAL.parallel());
  }
}
