package org.kontor.ui.common;

import org.kontor.model.DmsObject;
import org.kontor.model.Location;

/** Who decides about drops and carries them out; the window's centre implements it. */
public interface DropZone {

  /**
   * Cheap, called with every move of the pointer.
   *
   * @param further whether the person holds the key for a further location (Ctrl)
   */
  DropVerdict judge(Dragged dragged, Location target, boolean further);

  /** As {@link #judge}, where a document shall be there that shows the dragged one's file. */
  default DropVerdict judgeAsReference(Dragged dragged, Location target) {
    return new DropVerdict.Unwelcome("");
  }

  /** Told when {@link #judge} may say something else of the same drop. */
  default void onNews(Runnable listener) {
    // What is judged by itself never changes.
  }

  /** As {@link #judge}, for files over a document that lies in a place. */
  default DropVerdict judgeOnto(
      Dragged.Files files, DmsObject.Document document, Location.Container place) {
    return judge(files, place, false);
  }

  /** Starts what {@link #judgeOnto} promised. */
  default void dropOnto(
      Dragged.Files files, DmsObject.Document document, Location.Container place) {
    drop(files, place, false);
  }

  /** Starts what {@link #judgeAsReference} promised. */
  default void dropAsReference(Dragged dragged, Location target) {}

  /** Starts what {@link #judge} promised; never blocks. */
  void drop(Dragged dragged, Location target, boolean further);
}
