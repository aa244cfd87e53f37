package org.kontor.local.definition;

/** What a group may do beyond the rights to single types (reference 2.1, 3.6, 3.15). */
public enum Role {
  /** Undo the check-out of somebody else. */
  SUPERVISOR("supervisor"),
  /** Delete for good what lies in the recycle bin; role 40 of reference 3.6. */
  EMPTY_BIN("emptyBin"),
  /** See and restore what others have deleted. */
  SYSTEM_BIN("systemBin"),
  /** Move documents to another cabinet. */
  CROSS_CABINET("crossCabinet");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The word for it in the definition file. */
  public String word() {
    return word;
  }
}
