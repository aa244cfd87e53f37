/**
 * Deleting and bringing back: what a deletion would take with it, told before it is done, and the
 * recycle bin.
 */
@NullMarked
package org.kontor.ui.bin;

import org.jspecify.annotations.NullMarked;
