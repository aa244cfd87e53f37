package org.kontor.outbox;

import java.util.List;
import org.kontor.model.ObjectId;

/** What a probe saw of one entry. */
sealed interface Finding {

  /** It is on the server, as one of these; for a change, as the object it was about. */
  record Found(List<ObjectId> objects) implements Finding {}

  /** No trace of it, at this moment. */
  record Absent() implements Finding {}

  /** Something is there that is neither the state before nor the state after. */
  record Undecided(String why) implements Finding {}
}
