package org.kontor.ui.outbox;

import java.util.List;
import org.kontor.outbox.Entry;
import org.kontor.ui.common.Pending;

/**
 * The outbox in figures.
 *
 * @param sending being sent, or read back
 * @param waiting in line
 * @param needsYou refused, or the person has to look
 */
record OutboxStatus(int sending, int waiting, int needsYou) {
  static OutboxStatus of(List<Entry> entries) {
    int sending = 0;
    int waiting = 0;
    int needsYou = 0;
    for (Entry entry : entries) {
      switch (entry.state()) {
        case SENDING, PROVING, IN_DOUBT -> sending++;
        case WAITING -> waiting++;
        case REFUSED, UNRESOLVED -> needsYou++;
        case DONE, CANCELLED -> {}
      }
    }
    return new OutboxStatus(sending, waiting, needsYou);
  }

  /** What matters most of it. */
  Pending pending() {
    if (needsYou > 0) {
      return Pending.NEEDS_PERSON;
    }
    if (sending > 0) {
      return Pending.SENDING;
    }
    return waiting > 0 ? Pending.WAITING : Pending.NONE;
  }

  boolean isIdle() {
    return sending == 0 && waiting == 0 && needsYou == 0;
  }
}
