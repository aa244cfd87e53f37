package org.kontor.local.store;

import java.util.List;
import java.util.Optional;

/** The recycle bin: who put an object there, and where it came from. */
public final class Bin {
  private final Session session;

  /** The bin seen through one session. */
  public Bin(Session session) {
    this.session = session;
  }

  /** The number of the account that deleted an object. */
  public long binner(long id) {
    return session
        .first("SELECT coalesce(binner, 0) FROM object WHERE id = ?", row -> row.getLong(1), id)
        .orElse(0L);
  }

  /** Where an object was when it was deleted. */
  public State from(long id) {
    return session
        .first("SELECT bin_from FROM object WHERE id = ?", row -> State.of(row.getInt(1)), id)
        .orElseThrow();
  }

  /** The containers that a deleted object lay in. */
  public List<Long> parents(long id) {
    return session.list(
        "SELECT parent FROM bin_place WHERE object = ? ORDER BY parent", row -> row.getLong(1), id);
  }

  /** What lay directly in a deleted container and was deleted together with it. */
  public List<Long> deletedWith(long container) {
    return session.list(
        "SELECT o.id FROM bin_place p JOIN object o ON o.id = p.object"
            + " JOIN object c ON c.id = p.parent"
            + " WHERE p.parent = ? AND o.binned = c.binned AND o.binner = c.binner ORDER BY o.id",
        row -> row.getLong(1),
        container);
  }

  /** Deleted registers that lay directly in a container; they can lie nowhere else. */
  public List<Long> registersOf(long container) {
    return session.list(
        "SELECT object FROM bin_place WHERE parent = ? AND type >> 16 = 99 ORDER BY object",
        row -> row.getLong(1),
        container);
  }

  /** Takes an object out of the bin; its old places are forgotten. */
  public void restore(long id, State state, Optional<Long> owner) {
    session.update("DELETE FROM bin_place WHERE object = ?", id);
    session.update(
        "UPDATE object SET state = ?, owner = ?, bin_from = NULL, binned = NULL, binner = NULL"
            + " WHERE id = ?",
        state.code(),
        owner.orElse(null),
        id);
  }
}
