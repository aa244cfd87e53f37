package org.kontor.ui.walk;

/**
 * Something that is wrong on a screen.
 *
 * @param rule which rule it breaks
 * @param where the node, with its ancestors
 * @param what is wrong about it
 */
public record Finding(Rule rule, String where, String what) {
  /** What a screen must fulfil. */
  public enum Rule {
    NAME,
    TAB,
    CUT,
    CONTRAST,
    FOCUS
  }

  @Override
  public String toString() {
    return rule + ": " + what + "\n      at " + where;
  }
}
