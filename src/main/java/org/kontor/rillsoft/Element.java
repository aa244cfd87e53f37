package org.kontor.rillsoft;

import java.util.Optional;

/**
 * A subproject or task (reference 2.5).
 *
 * @param around the element around it; empty directly below the project
 * @param task whether documents hang on it in any case
 */
record Element(Key.Element key, Optional<String> around, String name, boolean task) {
  String uuid() {
    return key.uuid();
  }
}
