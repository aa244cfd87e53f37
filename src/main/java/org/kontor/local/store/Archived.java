package org.kontor.local.store;

/**
 * That a document was archived: its content is fixed from then on.
 *
 * @param time milliseconds of the epoch
 * @param account number of whoever had it archived
 */
public record Archived(long time, long account) {}
