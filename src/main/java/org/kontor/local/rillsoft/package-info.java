/**
 * The other face of the local server: the DMS part of the Rillsoft Integration Server REST API v2
 * over a store of its own. "Reference" here means {@code rillsoft-dms.md}.
 */
@NullMarked
package org.kontor.local.rillsoft;

import org.jspecify.annotations.NullMarked;
