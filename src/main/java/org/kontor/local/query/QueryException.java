package org.kontor.local.query;

import java.util.Locale;
import org.kontor.local.text.Message;
import org.kontor.local.text.Texts;

/** A statement that cannot be run: where it is wrong, and what was expected. */
public final class QueryException extends Exception {
  private static final long serialVersionUID = 1;

  private final int position;
  private final transient Message reason;

  QueryException(int position, Message reason) {
    super(position + ": " + Texts.render(reason, Locale.ENGLISH));
    this.position = position;
    this.reason = reason;
  }

  /** Position of the fault in the statement, in characters from 1. */
  public int position() {
    return position;
  }

  /** The sentence for the caller. */
  public Message sentence() {
    return Message.of("query.fault", position, reason);
  }
}
