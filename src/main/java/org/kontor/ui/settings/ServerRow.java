package org.kontor.ui.settings;

import org.kontor.settings.ServerProfile;

/**
 * A profile in the list.
 *
 * @param administered whether the administrator gave it, so that it cannot be changed here
 */
record ServerRow(ServerProfile profile, boolean administered) {}
