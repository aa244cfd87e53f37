package org.kontor.local.store;

import java.util.Optional;

/** Which documents are checked out, and by whom. */
public final class Locks {
  private final Session session;

  /** The locks seen through one session. */
  public Locks(Session session) {
    this.session = session;
  }

  /** The number of the account that has checked an object out. */
  public Optional<Long> holder(long object) {
    return session.first(
        "SELECT locker FROM object WHERE id = ? AND locker IS NOT NULL",
        row -> row.getLong(1),
        object);
  }

  /** Whether somebody else has it, so that this account may not change it. */
  public boolean heldByOther(long object, long account) {
    return holder(object).filter(it -> it != account).isPresent();
  }

  /** Checks an object out. */
  public void take(long object, long account) {
    session.update("UPDATE object SET locker = ? WHERE id = ?", account, object);
  }

  /** Undoes it. */
  public void release(long object) {
    session.update("UPDATE object SET locker = NULL WHERE id = ?", object);
  }
}
