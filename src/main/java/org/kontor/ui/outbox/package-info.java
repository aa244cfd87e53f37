/**
 * The outbox on screen: one line that says what is going on, and a panel with every entry, its
 * state in words, and what the person can do about it.
 */
@NullMarked
package org.kontor.ui.outbox;

import org.jspecify.annotations.NullMarked;
