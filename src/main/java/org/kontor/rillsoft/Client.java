package org.kontor.rillsoft;

/**
 * A tenant of a server (reference 1.4).
 *
 * @param name empty where the server told none
 */
record Client(long id, String name) {}
