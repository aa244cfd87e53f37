/**
 * The object definition: cabinets, types, fields and catalogs, read from a JSON file in the shape
 * of {@code schema/native}, and the rules that a field lays on its values.
 */
@NullMarked
package org.kontor.local.definition;

import org.jspecify.annotations.NullMarked;
