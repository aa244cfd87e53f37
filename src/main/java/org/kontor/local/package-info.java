/**
 * The local server: an archive on this computer that speaks the enaio DMS API over HTTP on
 * 127.0.0.1. {@link org.kontor.local.LocalServer} starts it; everything below is its inside and
 * knows nothing of the rest of Kontor.
 */
@NullMarked
package org.kontor.local;

import org.jspecify.annotations.NullMarked;
