/**
 * Signing in to a server, and naming a new one. What signing in means is handed in; here are the
 * forms, their checks and the sentences for what can go wrong.
 */
@NullMarked
package org.kontor.ui.login;

import org.jspecify.annotations.NullMarked;
