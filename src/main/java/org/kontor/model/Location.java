package org.kontor.model;

/** A place where an object lies or shall go. */
public sealed interface Location {

  /** The private inbox of the signed-in person (reference 2.3). */
  record Tray() implements Location {}

  /** The top of the archive, where folders of this type stand. */
  record Top(TypeId folderType) implements Location {}

  /**
   * Inside a folder or register.
   *
   * @param kind FOLDER or REGISTER: moving away from here needs to name which (reference 3.1.7)
   */
  record Container(ObjectId id, TypeId type, Kind kind) implements Location {
    public Container {
      if (!kind.isContainer()) {
        throw new IllegalArgumentException("documents hold nothing");
      }
    }
  }

  Tray TRAY = new Tray();
}
