/**
 * What is known of an object beside its index data: its former states, what happened to it, where
 * it lies.
 */
@NullMarked
package org.kontor.ui.facts;

import org.jspecify.annotations.NullMarked;
