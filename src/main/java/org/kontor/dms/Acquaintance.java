package org.kontor.dms;

import org.kontor.model.Schema;

/**
 * What has to be known of a server before anything can be done there: who one is, and its types.
 */
public record Acquaintance(Account account, Schema schema) {}
