package org.kontor.local.rillsoft;

/**
 * A tenant of the server (reference 1.4).
 *
 * @param sizeLimit bytes that a file may have
 */
record Client(long id, String name, String description, long sizeLimit) {}
