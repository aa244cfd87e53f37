package org.kontor.http;

import java.time.Duration;

/**
 * How long a call may make no progress. There is no limit on how long a whole call takes: a large
 * upload is allowed its hours as long as bytes move.
 *
 * @param connect for the connection and the TLS handshake
 * @param stall without a byte of a request's body leaving; a body leaves in steps of 256 KiB, so a
 *     line slower than 256 KiB in this time counts as stalled
 * @param read without a byte of a read's answer arriving; JSON arrives in steps of 256 KiB, and a
 *     line slower than that counts as stalled
 * @param answer the same for a write's answer, once its body has left: a server may need a while
 *     for a large file
 */
public record HttpTimes(Duration connect, Duration stall, Duration read, Duration answer) {
  public static final HttpTimes DEFAULT =
      new HttpTimes(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          Duration.ofMinutes(3));
}
