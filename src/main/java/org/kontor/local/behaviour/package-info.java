/**
 * Which service the server passes itself off as, so that clients can be tried against older
 * services and against the other readings of what the reference leaves open (chapter 7).
 */
@NullMarked
package org.kontor.local.behaviour;

import org.jspecify.annotations.NullMarked;
