package org.kontor.ui.contents;

import org.kontor.model.DmsObject;

/**
 * An object as the server listed it.
 *
 * @param title what it is called, worked out once when it was read
 */
record Item(DmsObject object, String title) {}
