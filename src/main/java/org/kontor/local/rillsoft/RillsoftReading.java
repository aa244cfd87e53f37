package org.kontor.local.rillsoft;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A way to read what the reference leaves open that differs from the one this server takes unless
 * told otherwise. The numbers are those of its chapter 7.
 */
public enum RillsoftReading {
  /** G1: sign-in is at {@code /api/v2/auth}, with {@code access_token} in the answer. */
  SIGN_IN_AUTH,
  /** G2: lists stand in the property {@code data} of an object. */
  LISTS_WRAPPED,
  /** G2: the other property names of 2.7, see {@code docs/local-server.md}. */
  OTHER_NAMES,
  /** G3: DMS folders as a tree with {@code children}. */
  FOLDERS_NESTED,
  /** G3: DMS folders as a nested set with {@code left} and {@code right}. */
  FOLDERS_NESTED_SET,
  /** G4: the file is at the suffix {@code /file}; the document's path answers its metadata. */
  DOWNLOAD_SUFFIX,
  /** G5: no path answers subprojects and tasks. */
  NO_ELEMENTS,
  /** G5: they are a flat list at {@code .../projects/{id}/elements}. */
  ELEMENTS_FLAT,
  /** G6: a delete answers 200 with an empty object. */
  DELETED_200,
  /** G6: a document is deleted by POST with the override DELETE only. */
  DELETE_BY_OVERRIDE,
  /** G7: versions are at {@code revisions}. */
  VERSIONS_AS_REVISIONS,
  /** G7: there is neither a list of versions nor a restore. */
  NO_VERSIONS,
  /** G7: metadata alone make no new version. */
  METADATA_WITHOUT_VERSION,
  /** G8: only the client's list of documents is there. */
  CLIENT_LIST_ONLY,
  /** G8: the newest document comes first. */
  NEWEST_FIRST,
  /** G8: nothing tells how many documents there are. */
  NO_TOTAL,
  /** G9: {@code parentUuid} of an update is answered with success and changes nothing. */
  PARENT_IGNORED,
  /** G9: an update with another {@code parentUuid} is refused with 400. */
  PARENT_REFUSED,
  /** G10: writing answers 200. */
  WRITTEN_200,
  /** G10: writing answers the document as JSON. */
  WRITTEN_JSON,
  /** G10: writing answers an empty JSON object. */
  WRITTEN_EMPTY_OBJECT,
  /** G10: a create answers {@code Location}. */
  WRITTEN_LOCATION,
  /** G11: documents may hang on projects and subprojects, too. */
  PARENTS_ALL,
  /** G12: a file that is too large is a 400. */
  TOO_LARGE_400,
  /** G13: a file type that is not allowed is a 422. */
  TYPE_422,
  /** G14: POST without an override is a 405 for an update. */
  OVERRIDE_NEEDED,
  /** G15: times are {@code yyyy-MM-dd HH:mm:ss} in the time zone of this computer. */
  DATES_PLAIN,
  /** G16: two documents of one element and folder may not have the same name (409). */
  NAMES_UNIQUE,
  /** G17: a client without share and a project that must not be read are 404. */
  HIDDEN_404,
  /** 5.3: the licence function for documents is missing. */
  UNLICENSED,
  /** G23: errors have no body. */
  ERRORS_EMPTY,
  /** G23: errors are HTML pages, as a proxy makes them. */
  ERRORS_HTML;

  private static final String PREFIX = "RILLSOFT_";

  /**
   * The reading of a name such as {@code rillsoft-parents-all}, in any case, with {@code -} or
   * {@code _}.
   */
  public static Optional<RillsoftReading> of(String name) {
    String constant = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(values()).filter(it -> (PREFIX + it.name()).equals(constant)).findFirst();
  }

  /** Its name as the command line takes it. */
  public String publicName() {
    return (PREFIX + name()).toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
