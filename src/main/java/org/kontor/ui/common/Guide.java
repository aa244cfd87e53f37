package org.kontor.ui.common;

import org.kontor.model.Location;
import org.kontor.model.ObjectId;

/** Leads the person to objects. On the window's thread; what has to be read is read behind it. */
public interface Guide {

  /** Goes to where an object lies, and selects it there. */
  void show(ObjectId object);

  /** Goes to one of the places of a document, and selects it there. */
  void showAt(Location.Container place, ObjectId document);
}
