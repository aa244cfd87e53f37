/** Starts Kontor: the window, the local server alone, or the sender for scripts. */
@NullMarked
package org.kontor.app;

import org.jspecify.annotations.NullMarked;
