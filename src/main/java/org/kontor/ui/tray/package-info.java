/**
 * The tray: what lies in the person's inbox on the server, overlaid with what the outbox has yet to
 * do about it, so that a dropped file is there and a filed document is gone at once.
 */
@NullMarked
package org.kontor.ui.tray;

import org.jspecify.annotations.NullMarked;
