package org.kontor.local.rillsoft;

import java.util.List;

/**
 * A project with what is told of it in lists (reference 2.4).
 *
 * @param uuid also that of the project as an element
 * @param version number of its present state
 * @param path names of the project folders, joined by {@code /}
 * @param start local time as {@code yyyy-MM-ddTHH:mm:ss}, as is finish
 * @param deleted whether it and its documents are hidden
 */
record Project(
    long id,
    long client,
    String uuid,
    long version,
    String name,
    String code,
    String path,
    String start,
    String finish,
    boolean deleted) {

  /** A choice of projects (reference 3.2). */
  record Portfolio(long id, String name, List<Long> projects) {}
}
