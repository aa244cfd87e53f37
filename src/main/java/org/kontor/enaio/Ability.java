package org.kontor.enaio;

import java.util.Optional;
import org.kontor.dms.Feature;

/**
 * What the service learnt, and with which version (reference 1.3). Where a version lacks one,
 * Kontor does not offer the feature, or does without as said here.
 */
enum Ability {
  REGISTERS("3.0.0", Feature.REGISTERS),
  RECYCLE_BIN_LIST("3.0.0", Feature.RECYCLE_BIN),
  HARD_DELETE("3.0.0", Feature.DELETE_FOR_GOOD),
  HISTORY("3.0.2", Feature.HISTORY),
  /** Tray, typeless documents, moving. */
  USER_TRAY("3.1.0", Feature.TRAY),
  RETENTION_DATE("3.1.0", Feature.RETENTION),
  /** Before: a full answer to each write, which is read the same. */
  MINIMAL_RESPONSE("3.2.0"),
  /** Before: multipart, its data part as text/plain. */
  JSON_WRITES("3.2.0"),
  /** Before: the whole history comes at once and is paged here. */
  HISTORY_PAGES("3.2.0"),
  LOCK("3.2.2", Feature.LOCK),
  /** Before: no options; what needs one is not offered. */
  OPTIONS("5.0.0"),
  REFERENCE_DOCUMENTS("5.0.0", Feature.REFERENCES),
  /** Before: files are downloaded and shown as they are. */
  RENDITIONS("5.0.0", Feature.RENDITIONS),
  /** Before: only which types a container takes. */
  CHILD_COUNTS("5.0.0", Feature.CHILD_COUNTS),
  ADDITIONAL_LOCATION("5.1.0", Feature.SEVERAL_LOCATIONS),
  /** Before: types are written by their numbers, which every version takes. */
  INTERNAL_TYPE_NAMES("5.3.0"),
  RECYCLE_BIN_RESTORE("5.3.0", Feature.RESTORE),
  CLEAR_CONTENT("5.5.0", Feature.CLEAR_CONTENT),
  VERSIONS("6.1.0", Feature.VERSIONS),
  VERSION_CONTENT("6.2.0", Feature.VERSION_CONTENT),
  VERSION_RESTORE("6.2.0", Feature.RESTORE_VERSION),
  LOCAL_NAME("6.3.1"),
  /** Before: moved first, then updated. */
  MOVE_AND_UPDATE("6.5.1", Feature.MOVE_AND_UPDATE);

  private final String since;
  private final Optional<Feature> feature;

  Ability(String since) {
    this.since = since;
    feature = Optional.empty();
  }

  Ability(String since, Feature feature) {
    this.since = since;
    this.feature = Optional.of(feature);
  }

  ServiceVersion since() {
    return ServiceVersion.of(since).orElseThrow();
  }

  /** What the window may offer with it; empty where it only changes how the server is asked. */
  Optional<Feature> feature() {
    return feature;
  }
}
