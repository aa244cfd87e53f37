package org.kontor.local.definition;

import java.util.Locale;
import org.kontor.local.text.Message;
import org.kontor.local.text.Texts;

/** A value that its field does not take. */
public final class FieldValueException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Message reason;

  /** The sentence names the field by its display name and says what would be right. */
  public FieldValueException(Message reason) {
    super(Texts.render(reason, Locale.ENGLISH));
    this.reason = reason;
  }

  /** The sentence for the caller. */
  public Message reason() {
    return reason;
  }
}
