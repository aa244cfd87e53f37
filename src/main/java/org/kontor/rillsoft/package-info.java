/** The Rillsoft Integration Server behind the port {@code dms}. */
@NullMarked
package org.kontor.rillsoft;

import org.jspecify.annotations.NullMarked;
