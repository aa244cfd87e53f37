package org.kontor.outbox;

import java.util.List;
import java.util.Map;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;

/** What a probe saw of one entry. */
sealed interface Finding {
  Finding ABSENT = new Absent();

  /** It is on the server, as one of these; for a change, as the object it was about. */
  record Found(List<ObjectId> objects) implements Finding {}

  /** No trace of it, at this moment. */
  record Absent() implements Finding {}

  /**
   * It cannot be told, or only a part is done; but to send it again changes nothing for the worse.
   */
  record Repeatable() implements Finding {}

  /**
   * Something is there that is neither the state before nor the state after.
   *
   * @param theirs what fields hold now that were meant to hold something else
   */
  record Undecided(String why, Map<String, FieldValue> theirs) implements Finding {
    Undecided(String why) {
      this(why, Map.of());
    }
  }
}
