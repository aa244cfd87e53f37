package org.kontor.dms;

/**
 * What a server can do. The window asks these, never which product it is.
 *
 * @param tray a private inbox per person, holding typeless documents
 * @param registers containers inside folders
 * @param severalLocations one document at several places of a cabinet
 * @param moveAndUpdateTogether moving and changing index data in one call (reference 3.1.8)
 */
public record Capabilities(
    boolean tray, boolean registers, boolean severalLocations, boolean moveAndUpdateTogether) {}
