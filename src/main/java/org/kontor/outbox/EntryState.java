package org.kontor.outbox;

import java.util.Set;

/** Where an entry stands, and where it may go from there. */
public enum EntryState {
  /** Durable here, not sent. */
  WAITING,
  /** The request may be on its way; found at start it means IN_DOUBT. */
  SENDING,
  /** It may be stored or not; only a probe leads out. */
  IN_DOUBT,
  /** The server said yes; being read back. */
  PROVING,
  /** Read back: the receipt is in the journal. */
  DONE,
  /** The server, or a file on this computer, said no, and why is shown; waits for the person. */
  REFUSED,
  /** The probe could not tell; the person has to look. */
  UNRESOLVED,
  /** Taken back before it was sent, or given up by the person. */
  CANCELLED;

  /** The states that may follow this one. */
  public Set<EntryState> next() {
    return switch (this) {
      case WAITING -> Set.of(SENDING, IN_DOUBT, CANCELLED);
      case SENDING -> Set.of(WAITING, PROVING, IN_DOUBT, REFUSED);
      case IN_DOUBT -> Set.of(WAITING, PROVING, UNRESOLVED, CANCELLED);
      case PROVING -> Set.of(DONE, IN_DOUBT, UNRESOLVED);
      case REFUSED -> Set.of(WAITING, CANCELLED);
      case UNRESOLVED -> Set.of(IN_DOUBT, WAITING, CANCELLED);
      case DONE, CANCELLED -> Set.of();
    };
  }

  /**
   * The only way from one state to another.
   *
   * @return the state it goes to
   * @throws IllegalStateException where {@link #next()} does not name it
   */
  static EntryState transition(EntryState from, EntryState to) {
    if (!from.next().contains(to)) {
      throw new IllegalStateException("no way from " + from + " to " + to);
    }
    return to;
  }

  /** Whether nothing more will happen to the entry. */
  public boolean isOver() {
    return next().isEmpty();
  }

  /** Whether the person has to do something. */
  public boolean needsPerson() {
    return this == REFUSED || this == UNRESOLVED;
  }
}
