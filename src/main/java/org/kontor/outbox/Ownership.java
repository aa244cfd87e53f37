package org.kontor.outbox;

import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/** What the journal knows of an object that a probe has found. */
interface Ownership {
  /** Whether no entry claims it as what it made. */
  boolean isFree(ObjectId object);

  /** Whether it may be at the place because a change of ours was sent that puts it there. */
  boolean mayBeBrought(ObjectId object, Location place);
}
