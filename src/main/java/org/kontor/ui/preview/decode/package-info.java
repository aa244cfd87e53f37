/**
 * Turns foreign files into pixels and plain text: bounded in time and memory, without network, and
 * never on the thread that draws the window.
 */
@NullMarked
package org.kontor.ui.preview.decode;

import org.jspecify.annotations.NullMarked;
