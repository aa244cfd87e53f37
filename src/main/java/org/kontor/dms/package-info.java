/**
 * The port: what the rest of Kontor sees of a document management server, whichever product it is.
 */
@NullMarked
package org.kontor.dms;

import org.jspecify.annotations.NullMarked;
