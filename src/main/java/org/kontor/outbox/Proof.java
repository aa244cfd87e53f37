package org.kontor.outbox;

import java.util.Map;
import org.kontor.dms.Receipt;
import org.kontor.model.FieldValue;

/** What reading back showed of one entry that the server said yes to. */
sealed interface Proof {

  record Proven(Receipt receipt) implements Proof {}

  /** The object is not there, or not for this person. */
  record Missing(String why) implements Proof {}

  /** What the server holds under that id is something else than was sent. */
  record Foreign(String why) implements Proof {}

  /**
   * It is what was sent, but not as it was sent.
   *
   * @param theirs what fields hold that were meant to hold something else
   */
  record Different(String why, Map<String, FieldValue> theirs) implements Proof {
    Different(String why) {
      this(why, Map.of());
    }
  }
}
