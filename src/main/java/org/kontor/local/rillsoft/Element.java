package org.kontor.local.rillsoft;

import java.util.Optional;

/**
 * A project, subproject or task of a plan (reference 2.5).
 *
 * @param parent empty for the project itself
 * @param number position in the plan, which is unique in the project
 * @param wbs code of the place in the plan; never a key
 */
record Element(
    String uuid,
    long project,
    Optional<String> parent,
    Type type,
    String name,
    int number,
    String wbs,
    String code,
    String start,
    String finish) {
  /** What an element is. */
  enum Type {
    PROJECT("project"),
    SUBPROJECT("subproject"),
    TASK("task");

    private final String publicName;

    Type(String publicName) {
      this.publicName = publicName;
    }

    String publicName() {
      return publicName;
    }
  }
}
