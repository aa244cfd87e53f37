package org.kontor.local.http;

/**
 * Who makes a request.
 *
 * @param number the number that the archive knows the person by
 */
public record Caller(long number, String name) {}
