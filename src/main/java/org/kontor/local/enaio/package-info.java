/**
 * The enaio DMS API on top of the store: endpoints, the rules for writing objects, and the result
 * format.
 */
@NullMarked
package org.kontor.local.enaio;

import org.jspecify.annotations.NullMarked;
