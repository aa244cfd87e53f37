/**
 * The one door for writes: a durable journal of what is still to be sent, and the sender that
 * proves it was.
 */
@NullMarked
package org.kontor.outbox;

import org.jspecify.annotations.NullMarked;
