package org.kontor.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import org.kontor.model.ObjectId;

/**
 * What is known about a server when the next steps are planned.
 *
 * @param ready attached, and nobody has to sign in first
 * @param notBefore it is left alone until then
 * @param baselines the newest of each shelf
 * @param listing shelves whose baseline is being taken
 * @param reads calls under way that only read
 * @param paused the person wants nothing more to be sent for now
 * @param order who goes before whom within a lane
 * @param strangers objects that waiting operations name and that may be what a doubtful insert made
 */
record Observation(
    boolean ready,
    Instant notBefore,
    Map<Shelf, Baseline> baselines,
    Set<Shelf> listing,
    int reads,
    boolean paused,
    Comparator<Item> order,
    Throughput throughput,
    Set<ObjectId> strangers) {

  /** Older ones are taken anew, so that what other programs stored meanwhile is in them. */
  static final Duration FRESH = Duration.ofMinutes(5);

  boolean hasFresh(Shelf shelf, Instant now) {
    Baseline baseline = baselines.get(shelf);
    return baseline != null && now.isBefore(baseline.taken().plus(FRESH));
  }
}
