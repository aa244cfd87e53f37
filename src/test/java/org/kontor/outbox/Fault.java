package org.kontor.outbox;

/** What may go wrong with one request, seen from the server. */
enum Fault {
  NONE,
  /** Not reached at all. */
  UNREACHABLE,
  BUSY,
  NOT_SIGNED_IN,
  /** Every object refused with its reason. */
  REJECTED,
  /** Refused as a whole. */
  REFUSED,
  CONFLICT,
  /** Read, not stored, connection closed. */
  LOST,
  /** Stored, then closed. */
  STORED_THEN_CLOSED,
  /** Closed; stored a while later. */
  STORED_LATE,
  /** The first half stored, then closed. */
  HALF_STORED,
  /** The first half stored, and an answer that does not say which. */
  UNCLEAR,
  /** Stored, but one result less than operations. */
  FEWER_RESULTS,
  /** Stored, answered with the ids of other objects. */
  FOREIGN_IDS,
  /** Stored, answered with HTML. */
  NONSENSE,
  /** Stored, then the client code breaks. */
  BROKEN,
  /** Stored and accepted, but its maker may not see it any more. */
  INVISIBLE,
  /** Stored, and a yes that does not say as which object. */
  UNNAMED,
  /** The same, and its maker may not see it any more. */
  UNNAMED_INVISIBLE
}
