package org.kontor.ui.tray;

import org.kontor.model.DmsObject;

/**
 * A document as the server listed it.
 *
 * @param name what it is shown as
 * @param settled its row while the outbox has nothing to do with it, made where it was read
 */
record Listed(DmsObject.Document document, String name, TrayRow settled) {}
