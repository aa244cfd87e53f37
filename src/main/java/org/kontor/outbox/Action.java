package org.kontor.outbox;

import java.util.List;

/** What the planner wants done next. */
sealed interface Action {

  /** List a shelf before the first insert goes there. */
  record TakeBaseline(Shelf shelf) implements Action {}

  /** Hand these to the server in one request. */
  record Send(List<EntryId> entries) implements Action {}

  /** Look whether these arrived: inserts to one shelf, or one operation on an object. */
  record Probe(List<EntryId> entries) implements Action {}

  /** Read back what the server said yes to: inserts to one shelf, or one change. */
  record ReadBack(List<EntryId> entries) implements Action {}
}
