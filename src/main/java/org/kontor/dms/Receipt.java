package org.kontor.dms;

import java.time.Instant;
import java.util.Optional;
import org.kontor.model.Location;
import org.kontor.model.ObjectId;
import org.kontor.model.TypeId;

/**
 * What was read back from the server after a write: only this makes an operation done.
 *
 * @param type empty where the object is typeless
 * @param bytes length of all its files together, as the server tells it
 * @param sha256 lower-case hex, where the server told it or the content was read back
 * @param provedAt when it was read back, by this computer's clock
 * @param place where it lies, for operations after which that is not known beforehand: a restored
 *     object may have landed in the tray
 * @param former what brings back the state before, where the server keeps it
 */
public record Receipt(
    ObjectId object,
    Optional<TypeId> type,
    long bytes,
    Optional<String> sha256,
    Instant provedAt,
    Optional<Location> place,
    Optional<VersionId> former) {

  /** Of an operation that needs no word about where, or what was before. */
  public Receipt(
      ObjectId object,
      Optional<TypeId> type,
      long bytes,
      Optional<String> sha256,
      Instant provedAt) {
    this(object, type, bytes, sha256, provedAt, Optional.empty(), Optional.empty());
  }

  /** The same, saying where the object lies. */
  public Receipt lyingIn(Location where) {
    return new Receipt(object, type, bytes, sha256, provedAt, Optional.of(where), former);
  }

  /** The same, saying which version is the state before. */
  public Receipt replacing(VersionId version) {
    return new Receipt(object, type, bytes, sha256, provedAt, place, Optional.of(version));
  }
}
