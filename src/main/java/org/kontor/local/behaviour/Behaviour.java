package org.kontor.local.behaviour;

import java.util.Set;

/**
 * What the server answers like: a version of the service, and readings of what the reference leaves
 * open.
 */
public record Behaviour(ServiceVersion version, Set<Reading> readings) {
  /** The present version, in the readings that {@code docs/local-server.md} gives. */
  public static final Behaviour USUAL = new Behaviour(ServiceVersion.PRESENT, Set.of());

  /** Keeps an own copy of the readings. */
  public Behaviour {
    readings = Set.copyOf(readings);
  }

  /** An older service in the usual readings. */
  public static Behaviour of(ServiceVersion version) {
    return new Behaviour(version, Set.of());
  }

  /** The present version in other readings. */
  public static Behaviour of(Reading... readings) {
    return new Behaviour(ServiceVersion.PRESENT, Set.of(readings));
  }

  /** Whether this version has it already. */
  public boolean has(Feature feature) {
    return version.compareTo(feature.since()) >= 0;
  }

  /** Whether a gap is read in this way. */
  public boolean reads(Reading reading) {
    return readings.contains(reading);
  }
}
