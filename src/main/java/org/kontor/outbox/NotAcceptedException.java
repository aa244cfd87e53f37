package org.kontor.outbox;

import java.io.IOException;
import java.util.Locale;

/** The outbox could not be written on this computer: nothing of what was handed over is in it. */
public final class NotAcceptedException extends IOException {
  private static final long serialVersionUID = 1;

  public NotAcceptedException(IOException cause) {
    super("the outbox cannot be written", cause);
  }

  /** Whether there is no room left on the disk, as far as the system's words tell. */
  public boolean isDiskFull() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      String words = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (words.contains("no space left")
          || words.contains("not enough space")
          || words.contains("disk is full")
          || words.contains("quota exceeded")) {
        return true;
      }
    }
    return false;
  }
}
