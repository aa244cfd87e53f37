package org.kontor.model;

/** The three base types of an archive (reference 2.1). */
public enum Kind {
  FOLDER,
  REGISTER,
  DOCUMENT;

  /** Whether objects of this kind hold others. */
  public boolean isContainer() {
    return this != DOCUMENT;
  }
}
