package org.kontor.rillsoft;

import java.util.Optional;

/**
 * A project (reference 2.4).
 *
 * @param uuid what documents on the project itself hang on, where the server tells it
 * @param path names of the project folders around it, where the server tells them
 */
record Project(Key.Project key, Optional<String> uuid, String name, String code, String path) {
  boolean hasUuid(String other) {
    return uuid.filter(other::equalsIgnoreCase).isPresent();
  }

  static Optional<Project> of(long client, Told told) {
    if (told.number(Point.PROJECT_ID).isEmpty()) {
      return Optional.empty();
    }
    long id = told.number(Point.PROJECT_ID).getAsLong();
    return Optional.of(
        new Project(
            new Key.Project(client, id),
            told.text(Point.PROJECT_UUID),
            told.text(Point.PROJECT_NAME).orElse("Project " + id),
            told.text(Point.PROJECT_CODE).orElse(""),
            told.text(Point.PROJECT_PATH).orElse("")));
  }
}
