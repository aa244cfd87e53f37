package org.kontor.ui.settings;

/**
 * What a test of a server's profile found.
 *
 * @param person who was signed in
 * @param cabinets how many cabinets she sees
 * @param types how many types of objects there are in them
 * @param millis how long it took
 */
public record Found(String person, int cabinets, int types, long millis) {}
