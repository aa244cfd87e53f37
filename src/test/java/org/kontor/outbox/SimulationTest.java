package org.kontor.outbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * Nothing lost, nothing twice, no false "done", always drained: in many short lives, each replayed
 * by its seed.
 */
final class SimulationTest {
  private static final int SEEDS = Integer.getInteger("kontor.seeds", 300);
  private static final long FIRST = Long.getLong("kontor.seed", 1);

  @Test
  void neverLostNeverTwiceNeverFalselyDone() {
    long requests = 0;
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      Simulation life = new Simulation(seed);
      life.run();
      requests += life.requests();
    }
    assertTrue(requests > SEEDS * 5L, "hardly anything was sent");
  }
}
