/**
 * Documents on this computer: opened with the system's program to be read, or checked out, edited
 * and checked in. A working copy outlives the program and is never lost.
 */
@NullMarked
package org.kontor.ui.checkout;

import org.jspecify.annotations.NullMarked;
