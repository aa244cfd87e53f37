package org.kontor.ui.common;

/** Says in the window what belongs to no field or row. Called on the window's thread. */
public interface Speaker {

  /**
   * Something was done.
   *
   * @param undoable whether the last thing done is this, and there is a way back from it
   */
  void done(String sentence, boolean undoable);

  /** Something did not work, or cannot be done. */
  void failed(String sentence);
}
