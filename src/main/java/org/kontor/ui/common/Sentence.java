package org.kontor.ui.common;

/**
 * A failure as a person reads it.
 *
 * @param happened what happened, one plain sentence
 * @param advice what to do about it; empty where nothing has to be done
 */
public record Sentence(String happened, String advice) {

  /** Both in one line. */
  public String text() {
    return advice.isEmpty() ? happened : happened + " " + advice;
  }
}
