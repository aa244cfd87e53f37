package org.kontor.local.rillsoft;

import java.util.Optional;

/**
 * A DMS folder: one tree for all projects of a client (reference 2.6).
 *
 * @param parent empty for a root folder
 */
record Folder(long id, long client, Optional<Long> parent, String name) {}
