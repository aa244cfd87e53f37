package org.kontor.app;

import org.kontor.app.single.Errand;
import org.kontor.app.single.SingleInstance;
import org.kontor.settings.AppPaths;

/**
 * With what the window starts.
 *
 * @param instance the claim to be the only window; closed by who made it
 * @param errand to be done as soon as a server is open
 * @param rehearsal to close as soon as everything is shown: the packages learn from it what a start
 *     needs
 */
record Start(AppPaths paths, SingleInstance instance, Errand errand, boolean rehearsal) {}
