package org.kontor.ui.common.dialect;

import java.util.List;

/**
 * Something about a server that its documentation does not say, and that a profile can say instead.
 *
 * @param key what it is called in the profile
 * @param form what its setting is made of
 * @param choices what can be chosen, the usual first; for other forms the usual alone
 */
public record DialectPoint(String key, Form form, List<String> choices) {
  /** What a setting is made of. */
  public enum Form {
    /** Paths, separated by blanks, with the placeholders of the usual one; or none. */
    PATHS,
    /** Names of a property, separated by blanks, at least one. */
    NAMES,
    /** Whole numbers, separated by blanks, or none. */
    NUMBERS,
    /** One of the choices. */
    CHOICE
  }

  public DialectPoint {
    choices = List.copyOf(choices);
  }

  /** What is taken where the profile says nothing. */
  public String usual() {
    return choices.getFirst();
  }
}
