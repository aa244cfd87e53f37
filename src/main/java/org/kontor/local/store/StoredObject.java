package org.kontor.local.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The row of an object without its index data.
 *
 * @param type number of its type, {@link #TYPELESS} while it has none
 * @param created milliseconds of the epoch
 * @param creator number of the account
 * @param source the object whose file a reference document shows
 * @param owner number of the account whose tray it lies in, or lay in before it was deleted
 * @param retention planned retention date, ISO; in effect once the document is archived
 */
public record StoredObject(
    long id,
    long type,
    State state,
    int mainType,
    long created,
    long creator,
    long modified,
    long modifier,
    Optional<Long> owner,
    Optional<Long> source,
    Optional<String> retention,
    boolean archivable,
    Optional<Archived> archived) {

  /** The type number of objects without a type. */
  public static final long TYPELESS = -1;

  /** A new object, which has no number yet. */
  public static StoredObject fresh(
      long type, State state, int mainType, long now, long user, @Nullable Long source) {
    boolean tray = state == State.TRAY || state == State.WORKFLOW_TRAY;
    return new StoredObject(
        0,
        type,
        state,
        mainType,
        now,
        user,
        now,
        user,
        tray ? Optional.of(user) : Optional.empty(),
        Optional.ofNullable(source),
        Optional.empty(),
        false,
        Optional.empty());
  }

  /** The same object with the number it was given. */
  public StoredObject numbered(long number) {
    return new StoredObject(
        number,
        type,
        state,
        mainType,
        created,
        creator,
        modified,
        modifier,
        owner,
        source,
        retention,
        archivable,
        archived);
  }

  /** Whether it still has no type. */
  public boolean typeless() {
    return type == TYPELESS;
  }

  /** Whether the retention period is in effect and not over on a day, ISO date. */
  public boolean retainedOn(String day) {
    return archived.isPresent() && retention.filter(it -> it.compareTo(day) >= 0).isPresent();
  }

  /** Whether it lies in a tray. */
  public boolean inTray() {
    return state == State.TRAY || state == State.WORKFLOW_TRAY;
  }
}
