package org.kontor.dms;

import java.util.Set;

/**
 * The lengths at which lists are cut: what programmers and administrators set as the most of a page
 * or of an answer is a round number. A list of such a length that says neither how long it is nor
 * that it ends may have been cut there (decision 0042).
 */
public final class UsualLimit {
  /** The smallest that servers are known to cut at without being asked. */
  private static final int LEAST = 10;

  /** Few documents are common, and no server can be worked with that never shows a hundred. */
  private static final int LEAST_IN_DOUBT = 100;

  /** What round numbers begin with; only zeros follow. */
  private static final Set<Integer> LEADING = Set.of(1, 15, 2, 25, 3, 4, 5, 6, 75, 8);

  private UsualLimit() {}

  /** Whether lists are cut at so many entries: 10, 15, 20, 25, 30 and so on, and powers of two. */
  public static boolean is(int entries) {
    if (entries < LEAST) {
      return false;
    }
    int leading = entries;
    while (leading % 10 == 0) {
      leading /= 10;
    }
    return LEADING.contains(leading) || Integer.bitCount(entries) == 1;
  }

  /** Whether what is missing in a list of so many entries may have been cut off: from 100 on. */
  public static boolean leavesDoubt(int entries) {
    return entries >= LEAST_IN_DOUBT && is(entries);
  }
}
