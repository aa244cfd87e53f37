package org.kontor.local.store;

/** Where an object is, in the widest sense. */
public enum State {
  /** At one or more places in a cabinet; a folder is its own place. */
  FILED(0),
  /** In the user tray of its owner. */
  TRAY(1),
  /** In the workflow tray of its owner. */
  WORKFLOW_TRAY(2),
  /** In the recycle bin. */
  BIN(3);

  private final int code;

  State(int code) {
    this.code = code;
  }

  /** The number that the database keeps. */
  public int code() {
    return code;
  }

  static State of(int code) {
    for (State state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    throw new IllegalStateException("state " + code);
  }
}
