package org.kontor.dms;

import org.kontor.model.Provenance;

/**
 * A former state of an object, or its present one (reference 3.11).
 *
 * @param number the server's name for it
 * @param current whether it is the present state
 * @param content whether it holds files; former states hold either files or index data
 */
public record ObjectVersion(
    String number, boolean current, boolean content, Provenance provenance) {
  public VersionId id() {
    return new VersionId(number);
  }
}
