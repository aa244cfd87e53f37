package org.kontor.outbox;

import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * What an outbox lives in, so that tests can put another world around it.
 *
 * @param clock never goes back
 * @param chance from 0 to 1, anew each time
 */
record Surroundings(InstantSource clock, Disk disk, DoubleSupplier chance) {
  static Surroundings real() {
    return new Surroundings(
        new SteadyClock(), new LocalDisk(), () -> ThreadLocalRandom.current().nextDouble());
  }
}
