package org.kontor.ui.common;

/**
 * Where a failure came from: the kinds of the exceptions and their places, without what they say,
 * which may name documents and people.
 */
public final class FailureTrace {
  private static final int DEEPEST = 8;
  private static final int FRAMES = 40;

  private FailureTrace() {}

  /** Several lines, the last cause at the end. */
  public static String of(Throwable failure) {
    StringBuilder text = new StringBuilder();
    Throwable each = failure;
    for (int depth = 0; each != null && depth < DEEPEST; depth++) {
      text.append(depth == 0 ? "" : "caused by ").append(each.getClass().getName()).append('\n');
      StackTraceElement[] frames = each.getStackTrace();
      for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
        text.append("  at ").append(frames[i]).append('\n');
      }
      each = each.getCause();
    }
    return text.toString();
  }
}
