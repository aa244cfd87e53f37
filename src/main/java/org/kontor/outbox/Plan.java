package org.kontor.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The next steps.
 *
 * @param wake when to plan again if nothing happens before
 */
record Plan(List<Action> actions, Optional<Instant> wake) {
  static final Plan NOTHING = new Plan(List.of(), Optional.empty());
}
