package org.kontor.ui.common;

/** How a row stands that the outbox still works on. */
public enum Pending {
  /** As the server says; nothing is under way. */
  NONE,
  WAITING,
  SENDING,
  /** It may have arrived or not; being looked up. */
  IN_DOUBT,
  /** The person has to do something. */
  NEEDS_PERSON
}
