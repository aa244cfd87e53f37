package org.kontor.ui.tree;

import org.kontor.model.DmsObject;

/**
 * A folder or register below another row.
 *
 * @param title what it is called, worked out once when it was read
 */
record Child(DmsObject.Container container, String title) {}
