/**
 * The search language: text to syntax tree, names resolved against the object definition, and SQL
 * with bound parameters.
 */
@NullMarked
package org.kontor.local.query;

import org.jspecify.annotations.NullMarked;
