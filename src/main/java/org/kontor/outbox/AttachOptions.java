package org.kontor.outbox;

import java.time.Duration;

/**
 * How one server is to be treated.
 *
 * @param settle how long it may go on working on a request after the connection was cut; only then
 *     does "not found" count
 * @param parallel requests at once, from 1
 */
public record AttachOptions(Duration settle, int parallel) {
  /** For a server of which nothing is known. */
  public static final AttachOptions USUAL = new AttachOptions(Duration.ofSeconds(10), 4);

  public AttachOptions {
    if (settle.isNegative() || parallel < 1) {
      throw new IllegalArgumentException("settle " + settle + ", parallel " + parallel);
    }
  }

  /** As usual, but with another settle time. */
  public static AttachOptions settling(Duration settle) {
    return new AttachOptions(settle, USUAL.parallel());
  }
}
