package org.kontor.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Who made an object and who changed it last, and when; each empty where the server did not say.
 */
public record Provenance(
    Optional<String> createdBy,
    Optional<Instant> created,
    Optional<String> modifiedBy,
    Optional<Instant> modified) {
  public static final Provenance UNKNOWN =
      new Provenance(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
