package org.kontor.dms;

/**
 * The person a server recognised.
 *
 * @param name the sign-in name
 * @param fullName what is shown
 */
public record Account(String name, String fullName) {}
