package org.kontor.outbox;

import java.util.List;
import java.util.Map;
import org.kontor.model.FieldValue;
import org.kontor.model.ObjectId;

/** What a probe saw of one entry. */
sealed interface Finding {
  Finding ABSENT = new Absent();

  /**
   * It is on the server, as one of these; for a change, as the object it was about.
   *
   * @param otherwise what holds where all of these turn out to be another's
   */
  record Found(List<ObjectId> objects, Finding otherwise) implements Finding {
    Found(List<ObjectId> objects) {
      this(objects, ABSENT);
    }
  }

  /** No trace of it, at this moment. */
  record Absent() implements Finding {}

  /**
   * It cannot be told, or only a part is done; but to send it again changes nothing for the worse.
   */
  record Repeatable() implements Finding {}

  /**
   * Something is there that is neither the state before nor the state after; or not all that is
   * there could be seen.
   *
   * @param cause what the person is told of it
   * @param theirs what fields hold now that were meant to hold something else
   */
  record Undecided(Problem.Cause cause, String why, Map<String, FieldValue> theirs)
      implements Finding {
    Undecided(Problem.Cause cause, String why) {
      this(cause, why, Map.of());
    }

    Undecided(String why, Map<String, FieldValue> theirs) {
      this(Problem.Cause.CONFLICT, why, theirs);
    }

    Undecided(String why) {
      this(why, Map.of());
    }
  }
}
