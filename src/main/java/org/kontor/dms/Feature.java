package org.kontor.dms;

/** Something that not every server, or not every version of one, can do. */
public enum Feature {
  /** A private inbox per person, holding typeless documents. */
  TRAY,
  /** Containers inside folders. */
  REGISTERS,
  /** One document at several places of a cabinet. */
  SEVERAL_LOCATIONS,
  /** Moving and changing index data in one call (reference 3.1.8). */
  MOVE_AND_UPDATE,
  /** Documents that show another document's file (reference 2.4). */
  REFERENCES,
  /** A list of what was deleted and can come back. */
  RECYCLE_BIN,
  /** Deleting past the recycle bin, or out of it. */
  DELETE_FOR_GOOD,
  /** Bringing back what was deleted. */
  RESTORE,
  /** Checking a document out, so that others cannot change it. */
  LOCK,
  /** The list of documents that are checked out. */
  LOCKED_LIST,
  /** Who did what to an object. */
  HISTORY,
  /** Former index data and files. */
  VERSIONS,
  /** The files of a former version. */
  VERSION_CONTENT,
  /** Making a former version the present one again. */
  RESTORE_VERSION,
  /** Text, PDF and thumbnails made by the server. */
  RENDITIONS,
  /** Taking a document's files away while its index data stays. */
  CLEAR_CONTENT,
  /** Searching the words of files and index data. */
  FULL_TEXT,
  /** How many more objects of a type a container takes. */
  CHILD_COUNTS,
  /** The day until which a document shall be kept. */
  RETENTION,
  /**
   * A document lies at one place in each cabinet that has its type: a new one needs them all, and
   * moving it to a place changes the one in that cabinet.
   */
  PLACE_IN_EACH_CABINET,
  /** Making folders and registers. */
  NEW_CONTAINERS,

  /** Index data of folders and registers can be changed. */
  CHANGE_CONTAINERS,
  /** Signing in with a token made somewhere else, in place of a password. */
  GIVEN_TOKEN
}
