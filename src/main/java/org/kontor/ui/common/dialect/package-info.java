/**
 * What the documentation of a server's API leaves open, as a profile says it: for the form of a new
 * server and for that of one that is there.
 */
@NullMarked
package org.kontor.ui.common.dialect;

import org.jspecify.annotations.NullMarked;
