package org.kontor.local.rillsoft;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How the Rillsoft face answers.
 *
 * @param readings other than usual only to test clients
 * @param grants the last one that covers an account and a client counts; without one everything is
 *     allowed
 * @param sizeLimit bytes that a file may have, in the place of the clients' own limits
 * @param tokenLife how long a token is good for
 * @param clock time of tokens and documents
 */
public record RillsoftOptions(
    Set<RillsoftReading> readings,
    List<Grant> grants,
    OptionalLong sizeLimit,
    Duration tokenLife,
    InstantSource clock) {
  private static final Duration HOUR = Duration.ofHours(1);

  /** The usual readings, and everything allowed for everyone. */
  public static final RillsoftOptions USUAL =
      new RillsoftOptions(Set.of(), List.of(), OptionalLong.empty(), HOUR, InstantSource.system());

  /** Keeps own copies. */
  public RillsoftOptions {
    readings = Set.copyOf(readings);
    grants = List.copyOf(grants);
  }

  /** The same with these readings. */
  public RillsoftOptions reading(RillsoftReading... more) {
    return new RillsoftOptions(Set.of(more), grants, sizeLimit, tokenLife, clock);
  }

  /** The same with these grants. */
  public RillsoftOptions granting(Grant... more) {
    return new RillsoftOptions(readings, List.of(more), sizeLimit, tokenLife, clock);
  }

  /** The same with a limit for files, in bytes. */
  public RillsoftOptions limited(long bytes) {
    return new RillsoftOptions(readings, grants, OptionalLong.of(bytes), tokenLife, clock);
  }

  /** The same with another clock. */
  public RillsoftOptions at(InstantSource other) {
    return new RillsoftOptions(readings, grants, sizeLimit, tokenLife, other);
  }

  boolean reads(RillsoftReading reading) {
    return readings.contains(reading);
  }

  Access access(String account, long client) {
    return grants.stream()
        .filter(grant -> grant.covers(account, client))
        .reduce((first, last) -> last)
        .map(Grant::access)
        .orElse(Access.of(Access.Role.WRITE));
  }
}
