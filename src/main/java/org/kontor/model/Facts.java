package org.kontor.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server says of an object beside its index data. Listings hardly tell any of it; each is
 * empty where the server did not say, which for a lock, an archiving, a date or a source may also
 * mean that there is none.
 *
 * @param rights of the signed-in person
 * @param lock who checked the document out (reference 3.15)
 * @param archived when the document was archived
 * @param plannedRetention the day until which it shall be kept
 * @param retention the day until which it must be kept
 * @param source for a reference document, the object whose file it shows (reference 2.4)
 * @param locations at how many places a document appears; from 1, 0 in a tray
 */
public record Facts(
    Optional<Rights> rights,
    Optional<Lock> lock,
    Optional<Instant> archived,
    Optional<LocalDate> plannedRetention,
    Optional<LocalDate> retention,
    Optional<ObjectId> source,
    OptionalInt locations) {
  public static final Facts EMPTY =
      new Facts(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty());

  /**
   * A check-out.
   *
   * @param user the server's number of the person who holds it
   * @param name that person's name, where it is known
   * @param own whether it is the signed-in person's
   */
  public record Lock(String user, Optional<String> name, boolean own) {}

  /** These facts, and where they are silent those of another answer about the same object. */
  public Facts or(Facts other) {
    return new Facts(
        rights.or(other::rights),
        lock.or(other::lock),
        archived.or(other::archived),
        plannedRetention.or(other::plannedRetention),
        retention.or(other::retention),
        source.or(other::source),
        locations.isPresent() ? locations : other.locations());
  }

  /** With the number of places where the document appears. */
  public Facts at(int places) {
    return new Facts(
        rights, lock, archived, plannedRetention, retention, source, OptionalInt.of(places));
  }
}
