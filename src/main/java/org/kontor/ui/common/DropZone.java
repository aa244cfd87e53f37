package org.kontor.ui.common;

import org.kontor.model.Location;

/** Who decides about drops and carries them out; the window's centre implements it. */
public interface DropZone {

  /**
   * Cheap, called with every move of the pointer.
   *
   * @param further whether the person holds the key for a further location (Ctrl)
   */
  DropVerdict judge(Dragged dragged, Location target, boolean further);

  /** Starts what {@link #judge} promised; never blocks. */
  void drop(Dragged dragged, Location target, boolean further);
}
