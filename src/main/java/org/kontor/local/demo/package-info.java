/**
 * The archive that a first start shows: believable folders, registers and documents with real
 * contents, the same on every computer.
 */
@NullMarked
package org.kontor.local.demo;

import org.jspecify.annotations.NullMarked;
