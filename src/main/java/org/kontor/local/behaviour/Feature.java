package org.kontor.local.behaviour;

/** What the service learnt, and when (reference 1.3). */
public enum Feature {
  HISTORY(3, 0, 2),
  /** Trays, typeless objects, typing, moving and retention. */
  TRAY(3, 1, 0),
  PAGING_SUMMARY(3, 1, 0),
  MINIMAL_RESPONSE(3, 2, 0),
  JSON_OBJECTS(3, 2, 0),
  HISTORY_PAGES(3, 2, 0),
  LOCK(3, 2, 2),
  OWN_HISTORY(3, 3, 0),
  /** An update replaces all rows of a table unless told otherwise. */
  TABLES_REPLACED(4, 0, 2),
  OPTIONS(5, 0, 0),
  REFERENCE_DOCUMENTS(5, 0, 0),
  RENDITIONS(5, 0, 0),
  /** {@code allowedChildObjectTypeIds} tells how many more, not only which. */
  CHILD_COUNTS(5, 0, 0),
  LINK_DOCUMENT(5, 1, 0),
  TYPE_NAMES(5, 3, 0),
  RECYCLE_BIN(5, 3, 0),
  DELETE_CONTENT(5, 5, 0),
  /** Hits carry what was asked for and nothing else. */
  ONLY_REQUESTED(6, 0, 0),
  SCHEMA_LANGUAGE(6, 0, 0),
  VERSIONS(6, 1, 0),
  SCHEMA_UNCHANGED(6, 2, 0),
  VERSION_RESTORE(6, 2, 0),
  LOCAL_NAME(6, 3, 1),
  INCLUDE_NULL_VALUES(6, 3, 1),
  MOVE_AND_UPDATE(6, 5, 1),
  TRUE_TOTAL(6, 8, 0);

  private final int major;
  private final int minor;
  private final int patch;

  Feature(int major, int minor, int patch) {
    this.major = major;
    this.minor = minor;
    this.patch = patch;
  }

  ServiceVersion since() {
    return new ServiceVersion(major, minor, patch);
  }
}
