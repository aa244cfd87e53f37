package org.kontor.ui.common;

import java.util.Arrays;
import java.util.Locale;

/**
 * A short code for an unexpected failure: the same bug gives the same code on every computer, and
 * nothing personal is in it.
 */
public final class FailureCode {
  private FailureCode() {}

  /** Four hexadecimal digits of the failure's kind and the first place of ours on its stack. */
  public static String of(Throwable failure) {
    String place =
        Arrays.stream(failure.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.kontor."))
            .findFirst()
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .orElse("");
    int hash = (failure.getClass().getName() + "@" + place).hashCode();
    return String.format(Locale.ROOT, "K-%04X", (hash ^ (hash >>> 16)) & 0xFFFF);
  }
}
