package org.kontor.ui.tray;

import org.kontor.model.DmsObject;

/**
 * A document as the server listed it.
 *
 * @param name what it is shown as, looked up when it was read
 */
record Listed(DmsObject.Document document, String name) {}
