package org.kontor.local.store;

import java.util.List;

/** What happened to objects; each object counts its own entries from 1. */
public final class HistoryTable {
  private final Session session;

  /** The table seen through one session. */
  public HistoryTable(Session session) {
    this.session = session;
  }

  /**
   * One event.
   *
   * @param time milliseconds of the epoch
   * @param account number of whoever did it
   * @param action code of reference 3.10
   * @param detail the caller's own words, empty for what the server noted
   */
  public record Event(long time, long account, int action, String detail) {}

  /** Adds an event to an object's history. */
  public void add(long object, Event event) {
    session.update(
        "INSERT INTO history (object, position, time, account, action, detail) VALUES (?,"
            + " (SELECT coalesce(max(position), 0) + 1 FROM history WHERE object = ?), ?, ?, ?, ?)",
        object,
        object,
        event.time(),
        event.account(),
        event.action(),
        event.detail());
  }

  /** A page of the events of an object, newest first. */
  public List<Event> of(long object, long skip, long most) {
    return session.list(
        "SELECT time, account, action, detail FROM history WHERE object = ?"
            + " ORDER BY position DESC LIMIT ? OFFSET ?",
        row -> new Event(row.getLong(1), row.getLong(2), row.getInt(3), row.getString(4)),
        object,
        most,
        skip);
  }

  /** How many events there are. */
  public long count(long object) {
    return session
        .first("SELECT count(*) FROM history WHERE object = ?", row -> row.getLong(1), object)
        .orElse(0L);
  }

  /** Forgets them. */
  public void delete(long object) {
    session.update("DELETE FROM history WHERE object = ?", object);
  }
}
