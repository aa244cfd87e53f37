package org.kontor.local;

import java.util.Locale;
import org.kontor.local.text.Message;
import org.kontor.local.text.Texts;

/** The local server could not be started; the sentence says why and what to do. */
public final class LocalServerException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Message reason;

  LocalServerException(Message reason, Throwable cause) {
    super(Texts.render(reason, Locale.ENGLISH), cause);
    this.reason = reason;
  }

  LocalServerException(Message reason) {
    super(Texts.render(reason, Locale.ENGLISH));
    this.reason = reason;
  }

  /** The sentence for the person in front of the screen, in English or else German. */
  public String sentence(Locale locale) {
    return Texts.render(reason, locale);
  }
}
