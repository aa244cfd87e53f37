package org.kontor.local.rillsoft;

import org.kontor.local.store.StoredContent;

/**
 * A document in its present state (reference 2.7).
 *
 * @param element UUID of the element it hangs on
 * @param created milliseconds of the epoch, of its first version
 */
record Document(
    long id,
    long project,
    String element,
    long folder,
    Revision revision,
    long created,
    String creator,
    boolean deleted) {

  /**
   * One version (reference 2.8).
   *
   * @param id key of the row
   * @param number from 1 in its document
   */
  record Revision(
      long id,
      int number,
      String name,
      String description,
      long created,
      String creator,
      StoredContent content) {}
}
