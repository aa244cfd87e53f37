package org.kontor.dms;

/**
 * A former state of an object.
 *
 * @param content whether its files are kept, or else its index data
 */
public record FormerVersion(VersionId id, boolean content) {}
