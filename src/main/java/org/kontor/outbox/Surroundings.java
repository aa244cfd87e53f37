package org.kontor.outbox;

import java.time.InstantSource;

/**
 * What an outbox lives in, so that tests can put another world around it.
 *
 * @param clock never goes back
 */
record Surroundings(InstantSource clock, Disk disk) {
  static Surroundings real() {
    return new Surroundings(new SteadyClock(), new LocalDisk());
  }
}
